"""The addresses of handing."""

from django.urls import path

from askwell.web.handing.views import hosting, learning_set, questions, rota

app_name = "handing"

urlpatterns = [
    path("sets/<uuid:set_id>/handing-over/", learning_set.learning_set, name="set"),
    path(
        "sets/<uuid:set_id>/handing-over/going-on/",
        learning_set.going_on,
        name="going_on",
    ),
    path(
        "sets/<uuid:set_id>/handing-over/questions/",
        questions.questions,
        name="questions",
    ),
    path(
        "sets/<uuid:set_id>/handing-over/questions/asking/",
        questions.asking,
        name="asking",
    ),
    path(
        "meetings/<uuid:meeting_id>/facilitating/<int:number>/passing/",
        rota.passing,
        name="passing",
    ),
    path("sets/<uuid:set_id>/handing-over/swaps/", rota.swaps, name="swaps"),
    path("facilitating/swaps/<uuid:exchange_id>/", rota.swap, name="swap"),
    path("sets/<uuid:set_id>/hosting/", hosting.hosting, name="hosting"),
]
