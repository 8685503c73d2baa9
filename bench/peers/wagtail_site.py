"""The peer of the pages: a stock Wagtail project, made in a folder of the run's own.

``wagtail start`` makes it and its settings stand, but for DEBUG and who may ask; its pages hold
a body as long as ours.
"""

import os
import subprocess
import sys
from pathlib import Path

_SETTINGS = """
from .base import *
DEBUG = False
SECRET_KEY = "of a benchmark only, never of a running installation"
ALLOWED_HOSTS = ["127.0.0.1"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
DATABASES["default"]["CONN_MAX_AGE"] = 60
"""
_MODEL = """

from wagtail.fields import RichTextField


class TextPage(Page):
    body = RichTextField(blank=True)
    content_panels = [*Page.content_panels, "body"]
"""
_TEMPLATE = """{% extends "base.html" %}{% load wagtailcore_tags %}
{% block content %}<h1>{{ page.title }}</h1>
<nav>{% for one in page.get_ancestors %}
<a href="{% pageurl one %}">{{ one.title }}</a>{% endfor %}</nav>
{{ page.body|richtext }}
<ul>{% for one in page.get_siblings.live %}
<li><a href="{% pageurl one %}">{{ one.title }}</a></li>{% endfor %}</ul>{% endblock %}
"""
_FILL = """
import sys
from home.models import HomePage, TextPage
home = HomePage.objects.first()
body = "<p>" + "Trẻ em được chăm sóc, giáo dục và bảo vệ. " * int(sys.argv[1]) + "</p>"
for number in range(8):
    home.add_child(instance=TextPage(title=f"Trang {number}", slug=f"trang-{number}", body=body))
"""
ADDRESS = "/trang-0/"


def make(folder: Path, sentences: int) -> Path:
    """Make the project with eight pages; return its folder."""
    folder.mkdir()
    wagtail = Path(sys.executable).with_name("wagtail")
    _run(folder, wagtail, "start", "peer", folder)
    (folder / "peer" / "settings" / "production.py").write_text(_SETTINGS)
    models = folder / "home" / "models.py"
    models.write_text(models.read_text() + _MODEL)
    templates = folder / "home" / "templates" / "home"
    (templates / "text_page.html").write_text(_TEMPLATE)
    manage = (sys.executable, "manage.py")
    _run(folder, *manage, "makemigrations", "home")
    _run(folder, *manage, "migrate", "-v0")
    fill = f"import django; django.setup()\n{_FILL}"
    _run(folder, sys.executable, "-c", fill, str(sentences))
    return folder


def _run(folder: Path, *words: object) -> None:
    done = subprocess.run(
        [str(word) for word in words], cwd=folder, env=environment(folder), capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{words[:3]}: {(done.stdout + done.stderr)[-2000:]}")


def environment(folder: Path) -> dict[str, str]:
    """Give what the peer's processes find set."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MANGNON_")}
    return {**kept, "DJANGO_SETTINGS_MODULE": "peer.settings.production", "PYTHONPATH": str(folder)}
