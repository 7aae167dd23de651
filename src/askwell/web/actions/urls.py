"""The addresses of actions."""

from django.urls import path

from askwell.web.actions import views

app_name = "actions"

urlpatterns = [
    path("actions/", views.actions, name="actions"),
    path("actions/<uuid:action_id>/", views.action, name="action"),
    path("actions/<uuid:action_id>/dropping/", views.dropping, name="dropping"),
]
