"""Every address of the product but the live room's own."""

from django.urls import include, path

urlpatterns = [
    path("", include("askwell.web.home.urls")),
    path("", include("askwell.web.people.urls")),
    path("", include("askwell.web.programmes.urls")),
    path("", include("askwell.web.enrolments.urls")),
    path("", include("askwell.web.intake.urls")),
    path("", include("askwell.web.topics.urls")),
    path("", include("askwell.web.actions.urls")),
    path("", include("askwell.web.meetings.urls")),
    path("", include("askwell.web.planning.urls")),
    path("", include("askwell.web.learning.urls")),
    path("", include("askwell.web.transcripts.urls")),
    path("", include("askwell.web.coaching.urls")),
    path("", include("askwell.web.calendar.urls")),
    path("", include("askwell.web.renewal.urls")),
    path("", include("askwell.web.composing.urls")),
    path("", include("askwell.web.running.urls")),
    path("", include("askwell.web.training.urls")),
    path("", include("askwell.web.practising.urls")),
    path("", include("askwell.web.feedback.urls")),
    path("", include("askwell.web.handing.urls")),
    path("", include("askwell.web.surveys.urls")),
    path("", include("askwell.web.changes.urls")),
    path("", include("askwell.web.stories.urls")),
    path("", include("askwell.web.valuing.urls")),
    path("", include("askwell.web.passports.urls")),
    path("", include("askwell.web.cohorts.urls")),
    path("", include("askwell.web.dashboards.urls")),
    path("", include("askwell.web.growth.urls")),
    path("", include("askwell.web.integrations.urls")),
    path("", include("askwell.web.guide.urls")),
    path("", include("askwell.web.start.urls")),
    path("ui/", include("askwell.web.ui.urls")),
    path("demo/", include("askwell.web.demo.urls")),
    path("accounts/", include("allauth.urls")),
]

handler500 = "askwell.web.ui.views.broken"
