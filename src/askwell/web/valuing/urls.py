"""The addresses of valuing."""

from django.urls import URLPattern

app_name = "valuing"

urlpatterns: list[URLPattern] = []
