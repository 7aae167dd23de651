"""What the set may allow for this meeting, as each of them is asked (INV-20)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.process.choices import HeardAs
from askwell.process.listening import Permission
from askwell.process.people import PersonId
from askwell.process.uses import CAPTIONS, Use
from askwell.web.meetings.screens.helm import Someone
from askwell.web.meetings.screens.sight import Sight


@dataclass(frozen=True, slots=True)
class Asked:
    """One use: how it stands, in whose words, and what the viewer can say to it."""

    name: str
    title: str
    question: str
    reads: str
    seen_by: str
    keeps: str
    on: bool
    open: bool
    """Whether everybody is being asked, or has said yes."""
    mine: bool
    """Whether the viewer has said yes."""
    standing: str
    count: str
    passed_on: str
    """Who passes captions on to be read, if anybody's program does."""
    refused: bool
    has_voice: bool
    to_note: list[Someone]

    @property
    def to_answer(self) -> bool:
        return self.has_voice and self.open and not self.mine

    @property
    def to_ask(self) -> bool:
        return self.has_voice and not self.open and not self.refused


def uses(see: Sight) -> list[Asked]:
    return [_asked(see, use) for use in see.state.uses]


def _asked(see: Sight, use: Use) -> Asked:
    permission = see.state.permissions.get(use.name)
    seen_by = use.seen(action_learning=see.state.script.action_learning)
    return Asked(
        name=use.name,
        title=_(use.title),
        question=_question(see, use, permission),
        reads=_(use.reads),
        seen_by=_(seen_by),
        keeps=_(use.keeps),
        on=permission is not None and permission.on,
        open=permission is not None,
        mine=permission is not None and see.me in permission.yes,
        standing=_standing(permission),
        count=_count(permission),
        passed_on=_passed_on(see) if use is CAPTIONS else "",
        refused=see.state.refused_uses.get(use.name) == see.phase_number,
        has_voice=see.here and not see.closed,
        to_note=_to_note(see, permission),
    )


def _question(see: Sight, use: Use, permission: Permission | None) -> str:
    if permission is None:
        return ""
    return _(use.asks) % {"name": see.short(permission.asked_by)}


def _standing(permission: Permission | None) -> str:
    if permission is None:
        return _("off")
    return _("on") if permission.on else _("asked")


def _count(permission: Permission | None) -> str:
    if permission is None or permission.on:
        return ""
    counted = {"agreed": permission.agreed, "asked": permission.asked}
    return (
        ngettext(
            "%(agreed)d of %(asked)d has said yes.",
            "%(agreed)d of %(asked)d have said yes.",
            permission.agreed,
        )
        % counted
    )


def _passed_on(see: Sight) -> str:
    address = see.state.caption_address
    return see.short(address.made_by) if address else ""


def _to_note(see: Sight, permission: Permission | None) -> list[Someone]:
    """Whose yes the viewer may note, because they are here without a device."""
    if permission is None or not see.steers or not see.facilitates:
        return []
    return [
        Someone(p.person, see.short(p.person))
        for p in see.state.people.values()
        if _is_noted_for(see, p.person) and p.person not in permission.yes
    ]


def _is_noted_for(see: Sight, person: PersonId) -> bool:
    participant = see.state.people[person]
    noted = participant.without_device and not participant.came_themselves
    return participant.here and noted


def shows_any(see: Sight) -> bool:
    """Whether anything is on, or somebody is being asked."""
    return not see.closed and bool(see.state.permissions)


def has_panel(see: Sight) -> bool:
    return see.here and not see.closed and not see.quiet and bool(see.state.uses)


def runs_captions(see: Sight) -> bool:
    """Whether the viewer may pass captions on."""
    on = see.state.allows(CAPTIONS.name)
    return on and see.here and not see.only_watches


def hint(see: Sight) -> str:
    """What the coach has for the viewer alone, about their own last words."""
    if see.presents or see.me in see.state.hushed:
        return ""
    match see.state.hints.get(see.me):
        case HeardAs.ADVICE:
            return _(
                "Your last words could be heard as advice. What question is behind it?"
            )
        case HeardAs.LEADING_QUESTION:
            return _(
                "Your last question could be heard as advice. What would you ask if "
                "you did not know the answer?"
            )
    return ""
