"""The addresses of cohorts."""

from django.urls import path

from askwell.web.cohorts.views import managing, own

app_name = "cohorts"

PROGRAMME = "programmes/<uuid:programme_id>/training/"
MANAGED = f"{PROGRAMME}<uuid:cohort_id>/"
PLACE = f"{MANAGED}people/<uuid:place_id>/"
OWN = "training/cohorts/"
ONE = f"{OWN}<uuid:cohort_id>/"

urlpatterns = [
    path(PROGRAMME, managing.programme, name="programme"),
    path(f"{PROGRAMME}new/", managing.begin, name="begin"),
    path(MANAGED, managing.managed, name="managed"),
    path(f"{MANAGED}edit/", managing.edit, name="edit"),
    path(f"{MANAGED}end/", managing.ending, name="ending"),
    path(f"{PLACE}removal/", managing.removal, name="removal"),
    path(f"{PLACE}observer/", managing.pairing, name="pairing"),
    path(OWN, own.mine, name="mine"),
    path(ONE, own.cohort, name="cohort"),
    path(f"{ONE}answer/", own.answer, name="answer"),
    path(f"{ONE}showing/", own.showing, name="showing"),
    path(f"{ONE}asking/", own.asking, name="asking"),
]
