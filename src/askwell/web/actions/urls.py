"""The addresses of actions."""

from django.urls import URLPattern

app_name = "actions"

urlpatterns: list[URLPattern] = []
