"""The addresses of the design system."""

from django.urls import path

from askwell.web.ui import views

app_name = "ui"

urlpatterns = [
    path("", views.catalogue, name="catalogue"),
    path("theme/", views.theme, name="theme"),
    path("askwell-<slug:digest>.css", views.stylesheet, name="stylesheet"),
]
