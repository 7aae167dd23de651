"""The addresses of surveys."""

from django.urls import path

from askwell.web.surveys.views import answering, licences, pulse, rounds, ties

app_name = "surveys"

urlpatterns = [
    path("programmes/<uuid:programme_id>/surveys/", rounds.surveys, name="surveys"),
    path("programmes/<uuid:programme_id>/surveys/new/", rounds.opening, name="opening"),
    path(
        "programmes/<uuid:programme_id>/surveys/<uuid:round_id>/withdrawal/",
        rounds.withdrawal,
        name="withdrawal",
    ),
    path(
        "programmes/<uuid:programme_id>/surveys/<uuid:round_id>/closing/",
        rounds.closing,
        name="closing",
    ),
    path(
        "programmes/<uuid:programme_id>/surveys/instruments/",
        licences.instruments,
        name="instruments",
    ),
    path(
        "programmes/<uuid:programme_id>/surveys/instruments/<slug:slot>/",
        licences.instrument,
        name="instrument",
    ),
    path(
        "programmes/<uuid:programme_id>/surveys/instruments/<slug:slot>/licence/",
        licences.licence,
        name="licence",
    ),
    path("surveys/people/", ties.own, name="own_ties"),
    path("surveys/<uuid:round_id>/", answering.answer, name="answer"),
    path("surveys/<uuid:round_id>/people/", ties.ties, name="ties"),
    path("meetings/<uuid:meeting_id>/pulse/", pulse.pulse, name="pulse"),
]
