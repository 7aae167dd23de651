"""The addresses of valuing."""

from django.urls import path

from askwell.web.valuing import views

app_name = "valuing"

PROGRAMME = "programmes/<uuid:programme_id>/value/"

urlpatterns = [
    path(PROGRAMME, views.value, name="value"),
    path(f"{PROGRAMME}costs/", views.costs, name="costs"),
    path(
        "actions/<uuid:action_id>/spared/",
        views.estimate_of_action,
        name="estimate_of_action",
    ),
    path(
        "topics/<uuid:topic_id>/spared/",
        views.estimate_of_topic,
        name="estimate_of_topic",
    ),
    path("capacity/", views.capacity, name="capacity"),
]
