"""The addresses of topics."""

from django.urls import path

from askwell.web.topics import views

app_name = "topics"

urlpatterns = [
    path("topics/", views.topics, name="topics"),
    path("topics/<uuid:topic_id>/", views.topic, name="topic"),
    path("topics/<uuid:topic_id>/wording/", views.wording, name="wording"),
    path("topics/<uuid:topic_id>/preparing/", views.preparing, name="preparing"),
    path("topics/<uuid:topic_id>/lenses/", views.lenses, name="lenses"),
    path("topics/<uuid:topic_id>/look/", views.look, name="look"),
    path("topics/<uuid:topic_id>/closing/", views.closing, name="closing"),
    path("topics/<uuid:topic_id>/withdrawal/", views.withdrawal, name="withdrawal"),
    path("topics/<uuid:topic_id>/reopening/", views.reopening, name="reopening"),
    path("topics/<uuid:topic_id>/deletion/", views.deletion, name="deletion"),
    path("topics/<uuid:topic_id>/export/", views.export, name="export"),
]
