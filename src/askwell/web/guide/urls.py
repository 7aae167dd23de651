"""The addresses of the guide."""

from django.urls import path

from askwell.web.guide import views

app_name = "guide"

urlpatterns = [
    path("guide/", views.contents, name="contents"),
    path("guide/action-learning/", views.action_learning, name="action_learning"),
    path("guide/value/", views.value, name="value"),
    path("guide/coaching/", views.coaching, name="coaching"),
    path("guide/skills/", views.skills, name="skills"),
    path("guide/which-one/", views.chooser, name="chooser"),
    path("guide/good-topic/", views.good_topic, name="good_topic"),
    path("guide/inviting/", views.inviting, name="inviting"),
    path("guide/first-meeting/", views.first_meeting, name="first_meeting"),
    path("guide/credits/", views.credits_and_source, name="credits"),
    path("guide/first-steps/", views.first_steps, name="first_steps"),
    path("guide/first-steps/<slug:skill>/", views.first_step, name="first_step"),
]
