"""The addresses of feedback."""

from django.urls import path

from askwell.web.feedback.views import asking, log, observing, own, record, watching

app_name = "feedback"

OWN = "meetings/<uuid:meeting_id>/how-it-went/"
LOG = "training/log/"
ONE = "observations/<uuid:observation_id>/"

urlpatterns = [
    path(OWN, own.own, name="own"),
    path(f"{OWN}removal/", own.removal, name="removal"),
    path(f"{OWN}asking/withdrawal/", asking.withdrawal, name="withdrawal"),
    path("meetings/<uuid:meeting_id>/feedback/", asking.answers, name="answers"),
    path(LOG, log.log, name="log"),
    path(f"{LOG}new/", log.new, name="line_new"),
    path(f"{LOG}practice-log.md", log.as_text, name="log_text"),
    path(f"{LOG}<uuid:line_id>/", log.line, name="line"),
    path(f"{LOG}<uuid:line_id>/removal/", log.removal, name="line_removal"),
    path("sets/<uuid:set_id>/observers/", watching.watching, name="watching"),
    path("observations/", observing.observations, name="observations"),
    path("observations/asked/<uuid:watch_id>/", watching.asked, name="asked"),
    path(
        "observations/asked/<uuid:watch_id>/<uuid:meeting_id>/<int:slot>/",
        observing.beginning,
        name="beginning",
    ),
    path(ONE, observing.observation, name="observation"),
    path(f"{ONE}opening/", observing.opening, name="opening"),
    path(f"{ONE}writing/", observing.writing, name="writing"),
    path(f"{ONE}correction/", observing.correction, name="correction"),
    path(f"{ONE}discarding/", observing.discarding, name="discarding"),
    path(f"{ONE}reply/", record.reply, name="reply"),
    path(f"{ONE}passport/", record.leaving_out, name="leaving_out"),
    path(f"{ONE}showing/", record.showing, name="showing"),
    path(f"{ONE}showing/<uuid:reader_id>/", record.hiding, name="hiding"),
]
