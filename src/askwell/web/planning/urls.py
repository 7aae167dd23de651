"""The addresses of planning."""

from django.urls import path

from askwell.web.planning.views import dates, meetings, open_polls, polls, turns

app_name = "planning"

urlpatterns = [
    path("sets/<uuid:set_id>/dates/", dates.dates, name="dates"),
    path("sets/<uuid:set_id>/series/new/", dates.series, name="series"),
    path("meetings/<uuid:meeting_id>/reply/", meetings.reply, name="reply"),
    path("meetings/<uuid:meeting_id>/time/", meetings.time, name="time"),
    path(
        "meetings/<uuid:meeting_id>/cancellation/",
        meetings.cancellation,
        name="cancellation",
    ),
    path("meetings/<uuid:meeting_id>/practice/", meetings.practice, name="practice"),
    path("sets/<uuid:set_id>/polls/new/", polls.new, name="poll_new"),
    path("polls/<uuid:poll_id>/", polls.poll, name="poll"),
    path("polls/<uuid:poll_id>/choice/", polls.choice, name="poll_choice"),
    path("p/<str:code>/", open_polls.open_poll, name="open_poll"),
    path("sets/<uuid:set_id>/turns/", turns.turns, name="turns"),
    path("turns/<uuid:booking_id>/", turns.turn, name="turn"),
    path("turns/<uuid:booking_id>/swaps/", turns.swaps, name="swaps"),
    path("swaps/<uuid:swap_id>/", turns.swap, name="swap"),
]
