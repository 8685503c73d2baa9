"""The desk's page; where the counter itself stands is said in ``portal/site.py``."""

from django.urls import path

from mangnon.visits.views import desk

urlpatterns = [path("", desk.page, name="visits")]
