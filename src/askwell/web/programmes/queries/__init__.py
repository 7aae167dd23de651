"""Questions about sets: their people and parts, what they agreed, voted and did."""

from askwell.web.programmes.queries.contract import (
    Version,
    agreements_to,
    current_contract,
    has_agreed_before,
    is_agreed,
    versions_of,
    yet_to_agree,
)
from askwell.web.programmes.queries.invitations import (
    invitation_behind,
    open_invitations,
    to_be_reminded,
    unanswered,
    written_down,
)
from askwell.web.programmes.queries.ledger import (
    ledger_of,
)
from askwell.web.programmes.queries.parts import (
    dials,
    facilitating,
    facilitators_of,
    host_of,
    is_able_to_facilitate,
    next_to_facilitate,
    rotation,
    takes_turns,
)
from askwell.web.programmes.queries.people import (
    OwnSet,
    consents_to,
    members_of,
    membership_of,
    people_of,
    readers_of,
    sets_of,
    standing_in,
    waiting_of,
)
from askwell.web.programmes.queries.placed import Mate, mates_in
from askwell.web.programmes.queries.roles import Roles, roles_of
from askwell.web.programmes.queries.votes import (
    have_voted,
    open_vote,
    own_voice,
    yet_to_vote,
)

__all__ = [
    "Mate",
    "OwnSet",
    "Roles",
    "Version",
    "agreements_to",
    "consents_to",
    "current_contract",
    "dials",
    "facilitating",
    "facilitators_of",
    "has_agreed_before",
    "have_voted",
    "host_of",
    "invitation_behind",
    "is_able_to_facilitate",
    "is_agreed",
    "ledger_of",
    "mates_in",
    "members_of",
    "membership_of",
    "next_to_facilitate",
    "open_invitations",
    "open_vote",
    "own_voice",
    "people_of",
    "readers_of",
    "roles_of",
    "rotation",
    "sets_of",
    "standing_in",
    "takes_turns",
    "to_be_reminded",
    "unanswered",
    "versions_of",
    "waiting_of",
    "written_down",
    "yet_to_agree",
    "yet_to_vote",
]
