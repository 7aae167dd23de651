"""The addresses of the front pages."""

from django.urls import path

from askwell.web.home import views

app_name = "home"

urlpatterns = [
    path("", views.front, name="front"),
    path("sets/<uuid:set_id>/", views.learning_set, name="set"),
    path("meetings/<uuid:meeting_id>/how-it-went/let-go/", views.let_go, name="let_go"),
]
