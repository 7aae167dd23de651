"""The addresses of coaching."""

from django.urls import path

from askwell.web.coaching import language_file, views

app_name = "coaching"

urlpatterns = [
    path(
        f"coach/{language_file.LANGUAGE}-{language_file.digest()}.json",
        views.model,
        name="model",
    ),
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
