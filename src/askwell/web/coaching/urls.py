"""The addresses of coaching."""

from django.urls import path

from askwell.web.coaching import views

app_name = "coaching"

urlpatterns = [
    path(
        "meetings/<uuid:meeting_id>/contributions/<int:contribution>/meaning/",
        views.meaning,
        name="meaning",
    ),
    path("sets/<uuid:set_id>/donation/", views.donation, name="donation"),
    path("sets/<uuid:set_id>/donation/answer/", views.gift, name="gift"),
    path("sets/<uuid:set_id>/donation/lines/<uuid:line_id>/", views.line, name="line"),
    path("sets/<uuid:set_id>/donation/end/", views.dropping, name="dropping"),
    path("sets/<uuid:set_id>/donation/file/", views.taken, name="file"),
]
