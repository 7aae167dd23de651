"""The addresses of the guide."""

from django.urls import path

from askwell.web.guide import views

app_name = "guide"

urlpatterns = [
    path("guide/", views.contents, name="contents"),
    path("guide/inviting/", views.inviting, name="inviting"),
]
