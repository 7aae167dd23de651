"""The addresses of meetings."""

from django.urls import path

from askwell.web.meetings import views
from askwell.web.meetings.captions.views import captions

app_name = "meetings"

urlpatterns = [
    path("sets/<uuid:set_id>/meetings/new/", views.new, name="new"),
    path("meetings/<uuid:meeting_id>/", views.room, name="room"),
    path("meetings/<uuid:meeting_id>/screen/", views.screen, name="screen"),
    path("meetings/<uuid:meeting_id>/bid/", views.bid, name="bid"),
    path(
        "meetings/<uuid:meeting_id>/preparation/",
        views.preparation,
        name="preparation",
    ),
    path(
        "meetings/<uuid:meeting_id>/kept-topics/",
        views.kept_topics,
        name="kept_topics",
    ),
    path("meetings/<uuid:meeting_id>/captions/", captions, name="captions"),
    path("meetings/<uuid:meeting_id>/mine/", views.mine, name="mine"),
    path("meetings/<uuid:meeting_id>/review/", views.review, name="review"),
    path("m/", views.code, name="code"),
    path("m/<str:code>/", views.short, name="short"),
]
