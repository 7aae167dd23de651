"""The addresses of programmes."""

from django.urls import path

from askwell.web.running.views import (
    attendance,
    calendar,
    keeping,
    making,
    page,
    winding,
)

app_name = "running"

urlpatterns = [
    path("programmes/", making.programmes, name="programmes"),
    path("programmes/new/", making.begin, name="begin"),
    path("programmes/ended/", page.goodbye, name="goodbye"),
    path(
        "programmes/dates/<str:secret>.ics", calendar.subscription, name="subscription"
    ),
    path("programmes/<uuid:programme_id>/", page.programme, name="programme"),
    path("programmes/<uuid:programme_id>/edit/", making.edit, name="edit"),
    path("programmes/<uuid:programme_id>/dates/", making.dates, name="dates"),
    path("programmes/<uuid:programme_id>/sets/", page.sets, name="sets"),
    path(
        "programmes/<uuid:programme_id>/facilitators/",
        page.facilitators,
        name="facilitators",
    ),
    path("programmes/<uuid:programme_id>/cohorts/", keeping.cohorts, name="cohorts"),
    path(
        "programmes/<uuid:programme_id>/cohorts/<uuid:cohort_id>/edit/",
        keeping.cohort,
        name="cohort",
    ),
    path(
        "programmes/<uuid:programme_id>/cohorts/<uuid:cohort_id>/removal/",
        keeping.cohort_removal,
        name="cohort_removal",
    ),
    path(
        "programmes/<uuid:programme_id>/initiatives/",
        keeping.initiatives,
        name="initiatives",
    ),
    path(
        "programmes/<uuid:programme_id>/initiatives/<int:initiative_id>/removal/",
        keeping.initiative_removal,
        name="initiative_removal",
    ),
    path("programmes/<uuid:programme_id>/offices/", keeping.offices, name="offices"),
    path(
        "programmes/<uuid:programme_id>/offices/<uuid:office_id>/end/",
        keeping.office_withdrawal,
        name="office_withdrawal",
    ),
    path("programmes/<uuid:programme_id>/contract/", keeping.contract, name="contract"),
    path(
        "programmes/<uuid:programme_id>/attendance/",
        attendance.attendance,
        name="attendance",
    ),
    path(
        "programmes/<uuid:programme_id>/attendance/meetings.csv",
        attendance.meetings,
        name="attendance_of_meetings",
    ),
    path(
        "programmes/<uuid:programme_id>/attendance/people.csv",
        attendance.people,
        name="attendance_of_people",
    ),
    path(
        "programmes/<uuid:programme_id>/calendar/", calendar.calendar, name="calendar"
    ),
    path(
        "programmes/<uuid:programme_id>/calendar/address/",
        calendar.address,
        name="calendar_address",
    ),
    path(
        "programmes/<uuid:programme_id>/calendar.ics",
        calendar.file,
        name="calendar_file",
    ),
    path("programmes/<uuid:programme_id>/end/", winding.end, name="end"),
    path(
        "programmes/<uuid:programme_id>/end/reversal/",
        winding.reversal,
        name="reversal",
    ),
]
