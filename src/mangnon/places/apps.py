from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "mangnon.places"
    label = "places"
