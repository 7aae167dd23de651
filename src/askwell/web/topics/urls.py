"""The addresses of topics."""

from django.urls import URLPattern

app_name = "topics"

urlpatterns: list[URLPattern] = []
