"""The addresses of transcripts."""

from django.urls import path

from askwell.web.transcripts.views import asking, ending, reading

app_name = "transcripts"

urlpatterns = [
    path("sets/<uuid:set_id>/transcripts/", asking.transcripts, name="transcripts"),
    path("sets/<uuid:set_id>/transcripts/new/", asking.new, name="new"),
    path(
        "meetings/<uuid:meeting_id>/transcript/", asking.of_meeting, name="of_meeting"
    ),
    path("transcripts/<uuid:transcript_id>/", asking.transcript, name="transcript"),
    path("transcripts/<uuid:transcript_id>/answer/", asking.answer, name="answer"),
    path("transcripts/<uuid:transcript_id>/upload/", reading.upload, name="upload"),
    path("transcripts/<uuid:transcript_id>/cast/", reading.cast, name="cast"),
    path("transcripts/<uuid:transcript_id>/report/", reading.report, name="report"),
    path("transcripts/<uuid:transcript_id>/copy/", reading.copy, name="copy"),
    path(
        "transcripts/<uuid:transcript_id>/deletion/", ending.deletion, name="deletion"
    ),
]
