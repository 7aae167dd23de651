"""The addresses of calendars, and of sets that stopped meeting."""

from django.urls import path

from askwell.web.calendar.views import files, lapses, subscribing

app_name = "calendar"

urlpatterns = [
    path("calendar/", subscribing.calendar, name="calendar"),
    path("calendar/address/", subscribing.address, name="address"),
    path("calendar/<str:secret>.ics", files.subscription, name="subscription"),
    path("meetings/<uuid:meeting_id>/calendar.ics", files.meeting, name="meeting"),
    path("sets/<uuid:set_id>/lapsed/", lapses.lapsed, name="lapsed"),
    path("sets/<uuid:set_id>/lapsed/meeting/", lapses.meeting, name="lapsed_meeting"),
    path("sets/<uuid:set_id>/lapsed/quiet/", lapses.quiet, name="lapsed_quiet"),
]
