"""The addresses of handing."""

from django.urls import URLPattern

app_name = "handing"

urlpatterns: list[URLPattern] = []
