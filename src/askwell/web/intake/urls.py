"""The addresses of intake: joining a programme, and the organisations in it."""

from django.urls import path

from askwell.web.intake.views import joining, mine, organisations, replies, saying

app_name = "intake"

urlpatterns = [
    path("programmes/join/<str:code>/", joining.join, name="join"),
    path("programmes/join/<str:code>/code/", joining.join_code, name="join_code"),
    path("programmes/mine/", mine.mine, name="mine"),
    path("programmes/mine/<uuid:enrolment_id>/", saying.begin, name="begin"),
    path("programmes/mine/<uuid:enrolment_id>/leaving/", mine.leaving, name="leaving"),
    path("programmes/mine/<uuid:enrolment_id>/<slug:step>/", saying.say, name="say"),
    path("programmes/<uuid:programme_id>/replies/", replies.replies, name="replies"),
    path(
        "programmes/<uuid:programme_id>/replies/asking/",
        replies.asking,
        name="asking",
    ),
    path(
        "programmes/<uuid:programme_id>/replies/reminding/",
        replies.reminding,
        name="reminding",
    ),
    path(
        "programmes/<uuid:programme_id>/organisations/",
        organisations.organisations,
        name="organisations",
    ),
    path(
        "programmes/<uuid:programme_id>/organisations/<uuid:partner_id>/levels/",
        organisations.levels,
        name="levels",
    ),
    path(
        "programmes/<uuid:programme_id>/organisations/<uuid:partner_id>/managers/",
        organisations.managers,
        name="managers",
    ),
    path(
        "programmes/<uuid:programme_id>/organisations/<uuid:partner_id>/removal/",
        organisations.taking_out,
        name="taking_out",
    ),
    path(
        "programmes/<uuid:programme_id>/offices/<uuid:office_id>/withdrawal/",
        organisations.dismissal,
        name="dismissal",
    ),
    path(
        "programmes/<uuid:programme_id>/competitors/",
        organisations.competitors,
        name="competitors",
    ),
    path(
        "programmes/<uuid:programme_id>/competitors/<int:pair_id>/removal/",
        organisations.meeting_after_all,
        name="meeting_after_all",
    ),
]
