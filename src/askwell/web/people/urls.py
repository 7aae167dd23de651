"""The addresses of people."""

from django.urls import path

from askwell.web.people import views

app_name = "people"

urlpatterns = [
    path("settings/", views.settings, name="settings"),
]
