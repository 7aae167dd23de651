"""The addresses of practising."""

from django.urls import URLPattern

app_name = "practising"

urlpatterns: list[URLPattern] = []
