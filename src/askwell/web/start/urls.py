"""The addresses of the way to a set's first meeting."""

from django.urls import path

from askwell.web.start import views

app_name = "start"

urlpatterns = [
    path("start/", views.begin, name="begin"),
    path("start/<uuid:set_id>/", views.go_on, name="go_on"),
    path("start/<uuid:set_id>/removal/", views.giving_up, name="giving_up"),
    path("start/<uuid:set_id>/purpose/", views.purpose, name="purpose"),
    path("start/<uuid:set_id>/people/", views.people, name="people"),
    path("start/<uuid:set_id>/meetings/", views.meetings, name="meetings"),
]
