"""The register's addresses at the desk, under ``/desk/tre-em/``."""

from mangnon.register.views.care.urls import urlpatterns as care
from mangnon.register.views.elsewhere.urls import urlpatterns as elsewhere
from mangnon.register.views.reading.urls import urlpatterns as reading
from mangnon.register.views.weighday.urls import urlpatterns as weighday
from mangnon.register.views.writing.urls import urlpatterns as writing

app_name = "register"
urlpatterns = [*reading, *weighday, *elsewhere, *care, *writing]
