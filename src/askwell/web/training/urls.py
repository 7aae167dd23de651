"""The addresses of learning to facilitate."""

from django.urls import path

from askwell.web.training.views import gym, lessons
from askwell.web.training.views import path as way

app_name = "training"

urlpatterns = [
    path("training/", way.path, name="path"),
    path("training/context/", way.context, name="context"),
    path("training/lessons/<slug:name>/", lessons.lesson, name="lesson"),
    path("training/lessons/<slug:name>/again/", lessons.again, name="again"),
    path("training/gym/", gym.gym, name="gym"),
    path("training/gym/<slug:exercise>/", gym.first, name="exercise"),
    path("training/gym/<slug:exercise>/<slug:name>/", gym.situation, name="situation"),
]
