"""Decisions about the addresses of passports, badges and pathways."""

from typing import Any
from uuid import uuid4

from django.utils import timezone

from askwell.web.passports.credentials.addresses import issuer_of, key_address
from askwell.web.passports.credentials.credential import (
    Achieved,
    Recipient,
    credential,
)
from askwell.web.passports.credentials.jose import sign
from askwell.web.passports.credentials.keys import published, signing_key
from askwell.web.passports.models import (
    Adopted,
    Badge,
    Confirmation,
    Facilitated,
    Learned,
)
from askwell.web.passports.operations import adopting
from askwell.web.people.models import Person
from web.decisions.row import EVERYONE, OWNER, PERSONS, Row, saying
from web.decisions.running import MANAGER, of_programme
from web.world import World

BY_HAND = "three_days"


def an_adopted(world: World, template: str = "reflective") -> Adopted:
    by = world.people["programme_manager"]
    return adopting.switch_on(world.programme, template, by=by, at=timezone.now())


def of_pathway(world: World) -> dict[str, Any]:
    return of_programme(world) | {"adopted_id": an_adopted(world).pk}


def of_confirmation(world: World) -> dict[str, Any]:
    adopted = an_adopted(world)
    found, _ = Confirmation.objects.get_or_create(
        adopted=adopted, person=world.people["member"], requirement=BY_HAND
    )
    return of_pathway(world) | {"confirmation_id": found.pk}


def of_issuer(world: World) -> dict[str, Any]:
    return {"adopted_id": an_adopted(world, "askwell").pk}


def of_badge(world: World) -> dict[str, Any]:
    owner = world.people["member"]
    found = Badge.objects.filter(person=owner).first() or Badge.objects.create(
        person=owner, pathway="askwell", level="L1", credential=a_credential(owner)
    )
    return {"badge_id": found.pk}


def a_credential(owner: Person) -> str:
    key, now = signing_key(), timezone.now()
    said = credential(
        id=uuid4(),
        issuer=issuer_of(None),
        recipient=Recipient(uuid4(), owner.email, "salt"),
        achieved=Achieved(uuid4(), "Practice", "Tried it.", "- Lessons: 8"),
        status_list="https://askwell.example/badges/withdrawn/",
        at=now,
    )
    return sign(said, key=key, kid=key_address(key))


def of_facilitated(world: World) -> dict[str, Any]:
    found, _ = Facilitated.objects.get_or_create(
        person=world.people["member"],
        meeting_key=world.meeting.pk,
        defaults={
            "set_key": world.learning_set.pk,
            "format": "classic_uk",
            "slots": 1,
            "minutes": 60,
            "at": timezone.now(),
        },
    )
    return {"facilitated_id": found.pk}


def of_learned(world: World) -> dict[str, Any]:
    owner, today = world.people["member"], timezone.localdate()
    found = Learned.objects.filter(person=owner).first() or Learned.objects.create(
        person=owner, what="A book", on=today, hours=1
    )
    return {"learned_id": found.pk}


def of_key(world: World) -> dict[str, Any]:
    signing_key()
    return {"name": published()[0]["kid"]}


def confirmed(world: World) -> dict[str, Any]:
    return {"person": str(world.people["member"].pk), "requirement": BY_HAND}


ROWS: tuple[Row, ...] = (
    Row("passports:own", get=PERSONS),
    Row("passports:document", get=PERSONS),
    Row("passports:as_json", get=PERSONS),
    Row("passports:counted", get=PERSONS, post=PERSONS),
    Row(
        "passports:leave_out",
        post=OWNER,
        path=of_facilitated,
        form=saying(leave="out"),
    ),
    Row(
        "passports:learning",
        get=PERSONS,
        post=PERSONS,
        form=saying(what="A talk", on="2026-03-03", hours="2"),
    ),
    Row("passports:unlearn", post=OWNER, path=of_learned),
    Row("passports:give", post=PERSONS, form=saying(level="L1")),
    Row("passports:badge", get=OWNER, path=of_badge),
    Row("passports:badge_file", get=OWNER, path=of_badge),
    Row("passports:withdraw", post=OWNER, path=of_badge),
    Row("passports:check", get=EVERYONE, post=EVERYONE, form=saying(badge="a.b.c")),
    Row("passports:keys", get=EVERYONE),
    Row("passports:key", get=EVERYONE, path=of_key),
    Row("passports:withdrawn", get=EVERYONE),
    Row("passports:issuer", get=EVERYONE),
    Row("passports:issuer_of", get=EVERYONE, path=of_issuer),
    Row(
        "passports:pathways",
        get=MANAGER,
        post=MANAGER,
        path=of_programme,
        form=saying(template="wial"),
    ),
    Row(
        "passports:pathway",
        get=MANAGER,
        post=MANAGER,
        path=of_pathway,
        form=saying(twice="3", words="2000"),
    ),
    Row(
        "passports:addition",
        post=MANAGER,
        path=of_pathway,
        form=saying(title="Our own day", level="course"),
    ),
    Row("passports:switch_off", post=MANAGER, path=of_pathway),
    Row(
        "passports:confirming",
        get=MANAGER,
        post=MANAGER,
        path=of_pathway,
        form=confirmed,
    ),
    Row("passports:take_back", post=MANAGER, path=of_confirmation),
)
