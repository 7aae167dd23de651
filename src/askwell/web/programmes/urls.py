"""The addresses of sets; the set's own page lies above all it shows."""

from django.urls import path

from askwell.web.programmes.views import (
    contract,
    joining,
    ledger,
    people,
    roles,
    sets,
    votes,
)

app_name = "programmes"

urlpatterns = [
    path("sets/<uuid:set_id>/edit/", sets.edit, name="edit"),
    path("sets/<uuid:set_id>/leaving/", sets.leaving, name="leaving"),
    path("sets/<uuid:set_id>/people/", people.people, name="people"),
    path("sets/<uuid:set_id>/invitations/", people.invitations, name="invitations"),
    path("sets/<uuid:set_id>/reminder/", people.reminder, name="reminder"),
    path("sets/<uuid:set_id>/links/", people.links, name="links"),
    path(
        "sets/<uuid:set_id>/invitations/<uuid:invitation_id>/withdrawal/",
        people.withdrawal,
        name="withdrawal",
    ),
    path(
        "sets/<uuid:set_id>/people/<uuid:membership_id>/answer/",
        people.answer,
        name="answer",
    ),
    path(
        "sets/<uuid:set_id>/people/<uuid:membership_id>/part/",
        people.part,
        name="part",
    ),
    path(
        "sets/<uuid:set_id>/people/<uuid:membership_id>/removal/",
        people.removal,
        name="removal",
    ),
    path("sets/<uuid:set_id>/contract/", contract.contract, name="contract"),
    path("sets/<uuid:set_id>/contract/edit/", contract.edit, name="contract_edit"),
    path(
        "sets/<uuid:set_id>/contract/agreements/",
        contract.agreements,
        name="agreements",
    ),
    path(
        "sets/<uuid:set_id>/contract/renewal/",
        contract.renewal,
        name="contract_renewal",
    ),
    path(
        "sets/<uuid:set_id>/contract/attendance/",
        contract.attendance,
        name="attendance",
    ),
    path("sets/<uuid:set_id>/contract/versions/", contract.versions, name="versions"),
    path(
        "sets/<uuid:set_id>/contract/versions/<int:number>/",
        contract.version,
        name="version",
    ),
    path("sets/<uuid:set_id>/ledger/", ledger.ledger, name="ledger"),
    path("sets/<uuid:set_id>/roles/", roles.roles, name="roles"),
    path(
        "sets/<uuid:set_id>/roles/facilitator/",
        roles.facilitator,
        name="next_facilitator",
    ),
    path("sets/<uuid:set_id>/roles/offer/", roles.offer, name="offer"),
    path("sets/<uuid:set_id>/roles/host/", roles.host, name="host"),
    path("sets/<uuid:set_id>/roles/dial/", roles.dial, name="dial"),
    path("sets/<uuid:set_id>/roles/outside/", roles.outside, name="outside"),
    path(
        "sets/<uuid:set_id>/people/<uuid:membership_id>/consent/",
        roles.consent,
        name="consent_withdrawal",
    ),
    path("sets/<uuid:set_id>/votes/", votes.votes, name="votes"),
    path("sets/<uuid:set_id>/votes/<uuid:vote_id>/", votes.vote, name="vote"),
    path(
        "sets/<uuid:set_id>/votes/<uuid:vote_id>/withdrawal/",
        votes.withdrawal,
        name="vote_withdrawal",
    ),
    path("join/<str:code>/", joining.join, name="join"),
    path("join/<str:code>/code/", joining.code, name="join_code"),
]
