"""The addresses of changes."""

from django.urls import path

from askwell.web.changes.views import learning, log

app_name = "changes"

LOG = "programmes/<uuid:programme_id>/changes/"
EVENT = f"{LOG}<uuid:change_id>/"

urlpatterns = [
    path(LOG, log.log, name="log"),
    path(f"{LOG}new/", log.add, name="add"),
    path(f"{LOG}settings/", log.settings, name="settings"),
    path(f"{LOG}mine/", learning.loops, name="loops"),
    path(
        f"{LOG}mine/<uuid:loop_id>/removal/",
        learning.unlinking,
        name="unlinking",
    ),
    path(EVENT, learning.event, name="event"),
    path(f"{EVENT}wording/", log.wording, name="wording"),
    path(f"{EVENT}removal/", log.removal, name="removal"),
    path(f"{EVENT}return/", log.return_, name="return"),
    path("actions/<uuid:action_id>/changes/", learning.of_action, name="of_action"),
    path("topics/<uuid:topic_id>/changes/", learning.of_topic, name="of_topic"),
]
