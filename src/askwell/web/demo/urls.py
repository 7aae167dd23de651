"""The addresses of the demonstration."""

from django.urls import path

from askwell.web.demo import views

app_name = "demo"

urlpatterns = [
    path("", views.cast, name="cast"),
    path("visits/", views.visits, name="visits"),
]
