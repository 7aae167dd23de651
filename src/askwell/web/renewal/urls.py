"""The addresses of renewal."""

from django.urls import path

from askwell.web.renewal.views import ending, farewell, going_on, health, summary

app_name = "renewal"

urlpatterns = [
    path("sets/<uuid:set_id>/health/", health.health, name="health"),
    path("sets/<uuid:set_id>/health/look/", health.look, name="look"),
    path("sets/<uuid:set_id>/health/close/", health.close, name="close"),
    path("sets/<uuid:set_id>/health/rhythm/", health.rhythm, name="rhythm"),
    path("sets/<uuid:set_id>/going-on/", going_on.going_on, name="going_on"),
    path("sets/<uuid:set_id>/going-on/question/", going_on.question, name="question"),
    path("sets/<uuid:set_id>/going-on/decision/", going_on.decision, name="decision"),
    path("sets/<uuid:set_id>/ending/", ending.ending, name="ending"),
    path("sets/<uuid:set_id>/ending/script/", ending.script, name="script"),
    path("sets/<uuid:set_id>/ending/day/", ending.day, name="day"),
    path("sets/<uuid:set_id>/ending/reversal/", ending.reversal, name="reversal"),
    path("sets/<uuid:set_id>/ending/summary/", summary.summary, name="summary"),
    path("sets/<uuid:set_id>/ending/summary/copy/", summary.copy, name="summary_copy"),
    path("sets/<uuid:set_id>/farewell/", farewell.farewell, name="farewell"),
    path(
        "sets/<uuid:set_id>/farewell/destruction/",
        farewell.destruction,
        name="destruction",
    ),
]
