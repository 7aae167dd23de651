"""Who may do what at each address of the product: one row for each, none left out.

`get` and `post` name the roles an address opens to; None says that it does not know
the method. `told` are those who may look but are refused the act, with the reason.
Whoever is not named gets the answer that an absent page gives.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from web.world import ROLES, World

EVERYONE = frozenset(ROLES)
PERSONS = EVERYONE - {"anonymous"}
MEMBERS = frozenset({"member", "facilitator"})
PRESENT = MEMBERS | {"guest"}
AT_THE_DOOR = PRESENT | {"waiting"}
LEADING = frozenset({"facilitator"})
OWNER = frozenset({"member"})
NOBODY: frozenset[str] = frozenset()

Roles = frozenset[str]
Facts = Callable[[World], dict[str, Any]]


@dataclass(frozen=True)
class Row:
    """One address and whom it opens to."""

    name: str
    get: Roles | None = None
    post: Roles | None = None
    told: Roles = NOBODY
    path: Facts | None = None
    form: Facts = field(default=lambda world: {})

    @property
    def is_about_something(self) -> bool:
        """Names a set, a meeting or the like, rather than being there for everyone."""
        return self.path is not None


def of_set(world: World) -> dict[str, Any]:
    return {"set_id": world.learning_set.pk}


def of_membership(role: str) -> Facts:
    return lambda world: of_set(world) | {"membership_id": world.membership(role).pk}


def of_meeting(world: World) -> dict[str, Any]:
    return {"meeting_id": world.meeting.pk}


def of_action(world: World) -> dict[str, Any]:
    return {"action_id": world.action.pk}


def of_link(world: World) -> dict[str, Any]:
    return {"code": world.link.code}


def saying(**form: str) -> Facts:
    return lambda world: form


ROWS = (
    Row("home:front", get=EVERYONE),
    Row("people:settings", get=PERSONS, post=PERSONS),
    # Sets
    Row("programmes:new", get=PERSONS, post=PERSONS),
    Row("programmes:edit", get=MEMBERS, post=MEMBERS, path=of_set),
    Row("programmes:leaving", get=PRESENT, post=PRESENT, path=of_set),
    Row("programmes:people", get=MEMBERS, path=of_set),
    Row(
        "programmes:invitations",
        post=MEMBERS,
        path=of_set,
        form=saying(email="another@people.example"),
    ),
    Row("programmes:links", post=MEMBERS, path=of_set, form=saying(guests="no")),
    Row(
        "programmes:withdrawal",
        post=MEMBERS,
        path=lambda world: of_set(world) | {"invitation_id": world.invitation.pk},
    ),
    Row(
        "programmes:answer",
        post=LEADING,
        told=OWNER,
        path=of_membership("waiting"),
        form=saying(answer="yes"),
    ),
    Row(
        "programmes:part",
        post=LEADING,
        told=OWNER,
        path=of_membership("member"),
        form=saying(facilitates="yes"),
    ),
    Row(
        "programmes:removal",
        post=LEADING,
        told=OWNER,
        path=of_membership("guest"),
    ),
    Row("programmes:contract", get=PRESENT, path=of_set),
    Row("programmes:contract_edit", get=MEMBERS, post=MEMBERS, path=of_set),
    Row("programmes:agreements", post=PRESENT, path=of_set, form=saying(read="1")),
    # A link is meant for whoever holds it; what it opens is a question to the set.
    Row("programmes:join", get=EVERYONE, post=EVERYONE, path=of_link),
    Row("programmes:join_code", get=EVERYONE, post=EVERYONE, path=of_link),
    # Actions
    Row("actions:actions", get=PERSONS),
    Row("actions:action", get=OWNER, post=OWNER, path=of_action),
    Row("actions:dropping", post=OWNER, path=of_action, form=saying(drop="yes")),
    # Meetings
    Row("meetings:set", get=MEMBERS, path=of_set),
    Row("meetings:new", get=MEMBERS, post=MEMBERS, path=of_set),
    Row("meetings:room", get=AT_THE_DOOR, path=of_meeting),
    Row("meetings:screen", get=PRESENT, path=of_meeting),
    Row("meetings:mine", get=PRESENT, path=of_meeting),
    Row("meetings:review", get=MEMBERS, path=of_meeting),
    Row("meetings:code", get=PERSONS, post=PERSONS),
    Row(
        "meetings:short",
        get=AT_THE_DOOR,
        path=lambda world: {"code": world.meeting.code},
    ),
    # The design system and the demonstration know nothing of sets but their own.
    Row("ui:catalogue", get=EVERYONE),
    Row("ui:stylesheet", get=EVERYONE, path=lambda world: {"digest": "0"}),
    Row("ui:theme", post=EVERYONE),
    Row("demo:cast", get=EVERYONE),
    Row("demo:visits", post=NOBODY),
)

# Pages of django-allauth: about one's own account and nobody else's.
ACCOUNT_ENTRANCE = frozenset(
    {
        "account_login",
        "account_signup",
        "account_reset_password",
        "account_request_login_code",
    }
)
ACCOUNT_OWN = frozenset(
    {
        "account_email",
        "account_change_password",
        "account_set_password",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "mfa_reauthenticate",
    }
)
# These go on from something begun in the same browser; alone they lead back.
ACCOUNT_BEGUN_BEFORE = frozenset(
    {
        "account_logout",
        "account_inactive",
        "account_email_verification_sent",
        "account_confirm_login_code",
        "account_confirm_password_reset_code",
        "account_complete_password_reset",
        "account_password_reset_completed",
        "mfa_authenticate",
    }
)
ACCOUNT = ACCOUNT_ENTRANCE | ACCOUNT_OWN | ACCOUNT_BEGUN_BEFORE
