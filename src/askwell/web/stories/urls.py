"""The addresses of stories."""

from django.urls import path

from askwell.web.stories.views import answering, ending, reading, writing

app_name = "stories"

urlpatterns = [
    path("stories/", reading.mine, name="mine"),
    path("stories/offer/", writing.offer, name="offer"),
    path("stories/<uuid:offer_id>/", reading.story, name="story"),
    path("stories/<uuid:offer_id>/words/", writing.words, name="words"),
    path("stories/<uuid:offer_id>/names/", writing.names, name="names"),
    path("stories/<uuid:offer_id>/preview/", writing.preview, name="preview"),
    path("stories/<uuid:offer_id>/say/", answering.say, name="say"),
    path("stories/<uuid:offer_id>/consent/", answering.consent, name="consent"),
    path("stories/<uuid:offer_id>/withdrawal/", ending.withdrawal, name="withdrawal"),
    path("stories/<uuid:offer_id>/deletion/", ending.deletion, name="deletion"),
    path("programmes/<uuid:programme_id>/stories/", reading.told, name="programme"),
]
