"""The address of the page of parts."""

from django.urls import path

from mangnon.ui import views

app_name = "ui"
urlpatterns = [path("", views.parts_page, name="parts")]
