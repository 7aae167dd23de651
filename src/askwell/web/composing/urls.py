"""The addresses of composing."""

from django.urls import URLPattern

app_name = "composing"

urlpatterns: list[URLPattern] = []
