"""The door through which gunicorn calls the site: views are counted outside of all else."""

from django.core.wsgi import get_wsgi_application

from mangnon.snapshots.door import before
from mangnon.visits.door import counted

# A page that is handed out from its file is a view, too.
application = counted(before(get_wsgi_application()))
