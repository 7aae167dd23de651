"""The addresses of people."""

from django.urls import path

from askwell.web.people import views

app_name = "people"

urlpatterns = [
    path("settings/", views.settings, name="settings"),
    path("notices/", views.notices, name="notices"),
    path("notices/reading/", views.reading, name="reading"),
    path("notices/<uuid:notice_id>/", views.notice, name="notice"),
]
