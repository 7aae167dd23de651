"""Who may do what at the addresses of programmes."""

from typing import Any

from web.decisions.row import (
    EVERYONE,
    LEADING,
    MEMBERS,
    OWNER,
    PRESENT,
    Row,
    of_link,
    of_membership,
    of_set,
    saying,
)
from web.world import World


def of_vote(world: World) -> dict[str, Any]:
    return of_set(world) | {"vote_id": world.vote.pk}


ROWS: tuple[Row, ...] = (
    Row("programmes:edit", get=MEMBERS, post=MEMBERS, path=of_set),
    Row("programmes:leaving", get=PRESENT, post=PRESENT, path=of_set),
    Row("programmes:people", get=MEMBERS, path=of_set),
    Row(
        "programmes:invitations",
        post=MEMBERS,
        path=of_set,
        form=saying(email="another@people.example"),
    ),
    Row("programmes:reminder", post=MEMBERS, path=of_set),
    Row("programmes:links", post=MEMBERS, path=of_set, form=saying(belonging="member")),
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
    # The world's set tells its programme nothing, and saying so again is harmless.
    Row(
        "programmes:attendance",
        post=MEMBERS,
        path=of_set,
        form=saying(attendance="nothing"),
    ),
    Row("programmes:agreements", post=PRESENT, path=of_set, form=saying(read="1")),
    Row(
        "programmes:contract_renewal", post=MEMBERS, path=of_set, form=saying(read="1")
    ),
    Row("programmes:versions", get=MEMBERS, path=of_set),
    Row(
        "programmes:version",
        get=MEMBERS,
        path=lambda world: of_set(world) | {"number": 1},
    ),
    Row("programmes:ledger", get=MEMBERS, path=of_set),
    Row("programmes:roles", get=MEMBERS, path=of_set),
    Row(
        "programmes:next_facilitator",
        post=LEADING,
        told=OWNER,
        path=of_set,
        form=saying(person=""),
    ),
    Row("programmes:offer", post=MEMBERS, path=of_set, form=saying(says="yes")),
    Row("programmes:host", post=MEMBERS, path=of_set, form=saying(person="")),
    Row("programmes:outside", post=LEADING, told=OWNER, path=of_set),
    Row("programmes:dial", post=MEMBERS, path=of_set, form=saying(dial="co_leads")),
    Row(
        "programmes:consent_withdrawal",
        post=MEMBERS,
        path=of_membership("observer"),
    ),
    Row("programmes:votes", post=MEMBERS, path=of_set, form=saying(kind="turns")),
    Row(
        "programmes:vote",
        get=MEMBERS,
        post=MEMBERS,
        path=of_vote,
        form=saying(says="yes"),
    ),
    Row("programmes:vote_withdrawal", post=LEADING, told=OWNER, path=of_vote),
    # A link is meant for whoever holds it; what it opens is a question to the set.
    Row("programmes:join", get=EVERYONE, post=EVERYONE, path=of_link),
    Row("programmes:join_code", get=EVERYONE, post=EVERYONE, path=of_link),
)
