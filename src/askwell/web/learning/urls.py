"""The addresses of learning."""

from django.urls import path

from askwell.web.learning import views

app_name = "learning"

urlpatterns = [
    path("record/", views.record, name="record"),
    path("record/export/", views.export, name="export"),
    path("record/threads/<uuid:thread_id>/", views.thread, name="thread"),
    path("record/questions/", views.questions, name="questions"),
    path("record/questions/naming/", views.naming, name="naming"),
    path("sets/<uuid:set_id>/log/", views.log, name="log"),
    path("meetings/<uuid:meeting_id>/trial/", views.trial, name="trial"),
]
