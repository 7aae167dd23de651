"""The addresses of enrolments."""

from django.urls import URLPattern

app_name = "enrolments"

urlpatterns: list[URLPattern] = []
