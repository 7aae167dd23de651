"""The addresses of practice meetings."""

from django.urls import path

from askwell.web.practising.views import cases, debrief, meeting

app_name = "practising"

urlpatterns = [
    path("practice/", cases.cases, name="cases"),
    path("practice/cases/<slug:name>/", cases.case, name="case"),
    path("practice/cases/<slug:name>/begin/", cases.begun, name="begin"),
    path("practice/seats/<slug:code>/", cases.seat, name="seat"),
    path("practice/<uuid:run_id>/", meeting.room, name="room"),
    path("practice/<uuid:run_id>/steps/<slug:does>/", meeting.step, name="step"),
    path("practice/<uuid:run_id>/acts/<slug:name>/", meeting.act, name="act"),
    path("practice/<uuid:run_id>/undo/", meeting.undo, name="undo"),
    path("practice/<uuid:run_id>/delete/", meeting.leave, name="leave"),
    path("practice/<uuid:run_id>/again/", cases.again, name="again"),
    path("practice/<uuid:run_id>/debrief/", debrief.look, name="debrief"),
    path("practice/<uuid:run_id>/sharing/", debrief.sharing, name="sharing"),
]
