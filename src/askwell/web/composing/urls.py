"""The addresses of composing."""

from django.urls import path

from askwell.web.composing.views import adopting, board, cohorts, people, searches

app_name = "composing"

COHORT = "programmes/<uuid:programme_id>/cohorts/<uuid:cohort_id>"
COMPOSITION = "compositions/<uuid:composition_id>"

urlpatterns = [
    path(f"{COHORT}/compositions/", cohorts.cohort, name="cohort"),
    path(f"{COHORT}/terms/", cohorts.terms, name="terms"),
    path(f"{COHORT}/pairs/", cohorts.pairs, name="pairs"),
    path(f"{COHORT}/placements/", adopting.placements, name="placements"),
    path(
        f"{COHORT}/placements/<int:placement_id>/invitation/",
        adopting.again,
        name="placement",
    ),
    path(f"{COMPOSITION}/", board.board, name="board"),
    path(f"{COMPOSITION}/progress/", board.progress, name="progress"),
    path(f"{COMPOSITION}/stop/", board.stop, name="stop"),
    path(f"{COMPOSITION}/changes/", board.changes, name="changes"),
    path(f"{COMPOSITION}/people/<uuid:enrolment_id>/", people.person, name="person"),
    path(
        f"{COMPOSITION}/sets/<str:set_id>/facilitator/",
        people.facilitator,
        name="facilitator",
    ),
    path(f"{COMPOSITION}/again/", searches.again, name="again"),
    path(f"{COMPOSITION}/relaxed/", searches.relaxed, name="relaxed"),
    path(f"{COMPOSITION}/trade/", searches.trade, name="trade"),
    path(f"{COMPOSITION}/name/", searches.name, name="name"),
    path(f"{COMPOSITION}/removal/", searches.removal, name="removal"),
    path(f"{COMPOSITION}/dates/", adopting.dates, name="dates"),
    path(f"{COMPOSITION}/adoption/", adopting.adoption, name="adoption"),
]
