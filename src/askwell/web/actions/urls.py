"""The addresses of actions."""

from django.urls import path

from askwell.web.actions import views

app_name = "actions"

ACTION = "actions/<uuid:action_id>/"

urlpatterns = [
    path("actions/", views.actions, name="actions"),
    path("actions/new/", views.new, name="new"),
    path(ACTION, views.action, name="action"),
    path(f"{ACTION}wording/", views.wording, name="wording"),
    path(f"{ACTION}dropping/", views.dropping, name="dropping"),
    path(f"{ACTION}withdrawal/", views.withdrawal, name="withdrawal"),
    path(f"{ACTION}notes/", views.notes, name="notes"),
    path(
        f"{ACTION}notes/<uuid:note_id>/removal/",
        views.note_removal,
        name="note_removal",
    ),
    path(f"{ACTION}scale/", views.scale, name="scale"),
    path(f"{ACTION}rating/", views.rating, name="rating"),
    path(f"{ACTION}reminders/", views.reminders, name="reminders"),
    path(
        f"{ACTION}reminders/<uuid:reminder_id>/removal/",
        views.reminder_removal,
        name="reminder_removal",
    ),
    path(f"{ACTION}telling/", views.telling, name="telling"),
]
