"""The addresses of enrolments."""

from django.urls import path

from askwell.web.enrolments.views import bringing, listing, mending, person

app_name = "enrolments"

PEOPLE = "programmes/<uuid:programme_id>/people/"
DRAFT = f"{PEOPLE}in/<uuid:draft_id>/"
PERSON = f"{PEOPLE}<uuid:enrolment_id>/"

urlpatterns = [
    path(PEOPLE, listing.people, name="people"),
    path(f"{PEOPLE}new/", listing.new, name="new"),
    path(f"{PEOPLE}file/", listing.export, name="export"),
    path(f"{PEOPLE}several/", listing.several, name="several"),
    path(f"{PEOPLE}in/", bringing.bring, name="bring"),
    path(f"{PEOPLE}lines/", bringing.lines, name="lines"),
    path(DRAFT, mending.draft, name="draft"),
    path(f"{DRAFT}columns/", bringing.columns, name="columns"),
    path(f"{DRAFT}row/", mending.row, name="row"),
    path(f"{DRAFT}list/", mending.listing, name="listing"),
    path(f"{DRAFT}deletion/", mending.deletion, name="deletion"),
    path(PERSON, person.person, name="person"),
    path(f"{PERSON}removal/", person.removal, name="removal"),
    path(f"{PERSON}return/", person.return_, name="return"),
]
