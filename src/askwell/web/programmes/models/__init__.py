"""Programmes and sets: who is in them, what they agreed, and how one is invited."""

from askwell.web.programmes.models.contract import Agreement, Contract
from askwell.web.programmes.models.ledger import LedgerLine
from askwell.web.programmes.models.programmes import (
    Cohort,
    Competitors,
    Initiative,
    Office,
    Partner,
    Programme,
)
from askwell.web.programmes.models.sets import (
    BY_CONSENT,
    READERS,
    Belonging,
    Consent,
    Invitation,
    LearningSet,
    SetMembership,
    SetMembershipQuerySet,
    _invitation_expires,
)
from askwell.web.programmes.models.votes import Voice, Vote

# Migrations know `_invitation_expires` under this name.
__all__ = [
    "BY_CONSENT",
    "READERS",
    "Agreement",
    "Belonging",
    "Cohort",
    "Competitors",
    "Consent",
    "Contract",
    "Initiative",
    "Invitation",
    "LearningSet",
    "LedgerLine",
    "Office",
    "Partner",
    "Programme",
    "SetMembership",
    "SetMembershipQuerySet",
    "Voice",
    "Vote",
    "_invitation_expires",
]
