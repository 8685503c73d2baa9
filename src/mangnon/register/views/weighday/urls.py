"""The addresses of weigh days."""

from django.urls import URLPattern, path

from mangnon.access.routes import private
from mangnon.register.views.weighday import acts, adding, grid, listing, paper

_measure = private("register.measure")
_DAY = "can-do/<uuid:uuid>/"
urlpatterns: list[URLPattern] = [
    path("can-do/", listing.page, name="weighdays"),
    path("can-do/mo/", _measure(acts.OpenWeighDay.as_view()), name="open_weighday"),
    path(_DAY, grid.page, name="weighday"),
    path(f"{_DAY}them/", _measure(adding.AddChild.as_view()), name="add_to_weighday"),
    path(f"{_DAY}ghi/", _measure(acts.RecordWeighDay.as_view()), name="record_weighday"),
    path(f"{_DAY}dong/", _measure(acts.CloseWeighDay.as_view()), name="close_weighday"),
    path(f"{_DAY}giay/", paper.form, name="weighday_paper"),
    path("thon/", paper.village, name="village"),
]
