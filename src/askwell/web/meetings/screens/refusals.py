"""Why the process said no, in plain words, and what to do instead."""

from collections.abc import Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as marked

from askwell.process.kinds import kind_named
from askwell.process.refusals import Reason, Refused
from askwell.web.meetings.screens.sight import Sight

# What has happened, and what to do. Names in brackets are filled in by `_details`.
WORDS: Mapping[Reason, tuple[str, str]] = {
    Reason.NOT_CONVENED: (
        marked("This meeting has not been called yet."),
        marked("Call it from the set's page first."),
    ),
    Reason.ALREADY_CONVENED: (
        marked("This meeting has been called already."),
        marked("Open its page again."),
    ),
    Reason.NOT_OPEN: (
        marked("The meeting has not begun."),
        marked("Wait until it is opened, then try again."),
    ),
    Reason.ALREADY_OPEN: (
        marked("The meeting has been opened already."),
        marked("There is nothing more to do; carry on."),
    ),
    Reason.CLOSED: (
        marked("The meeting is over."),
        marked("Keep this as a private note, or bring it to the next meeting."),
    ),
    Reason.NOT_CLOSED: (
        marked("The meeting is still going on."),
        marked("There is nothing to reopen."),
    ),
    Reason.GRACE_OVER: (
        marked("It is too late to reopen this meeting."),
        marked("Call a new one from the set's page."),
    ),
    Reason.NOT_HERE: (
        marked("%(people)s not in the room just now."),
        marked("Come in first, or note who is here without a device."),
    ),
    Reason.NOT_ADMITTED: (
        marked("The set has not let you in yet."),
        marked("Wait a moment; this page changes by itself."),
    ),
    Reason.ALREADY_BELONGS: (
        marked("You belong to this meeting already."),
        marked("Just come in."),
    ),
    Reason.NOT_WAITING: (
        marked("%(people)s no longer waiting at the door."),
        marked("There is nothing more to do."),
    ),
    Reason.CONSENT_MISSING: (
        marked("Not everyone has agreed to let them in."),
        marked("Ask %(people)s, then try again."),
    ),
    Reason.ONLY_MEMBERS: (
        marked("That is for those who work in the set."),
        marked("Choose a member who is here."),
    ),
    Reason.ONLY_GUESTS_ARE_REMOVED: (
        marked("Only a guest can be sent away from a meeting."),
        marked("A member leaves by their own wish, on the set's page."),
    ),
    Reason.ONLY_FACILITATOR: (
        marked("That is for whoever facilitates."),
        marked("Say it aloud, and %(people)s can do it."),
    ),
    Reason.ONLY_PRESENTER: (
        marked("That belongs to the presenter alone."),
        marked("Leave it to %(people)s."),
    ),
    Reason.ONLY_OWNER: (
        marked("That action belongs to %(people)s."),
        marked("Only its owner changes it or reports on it."),
    ),
    Reason.ONLY_AUTHOR: (
        marked("Those words are not yours."),
        marked("Ask %(people)s to take them back."),
    ),
    Reason.NOT_FOR_ANOTHER: (
        marked("%(people)s can say that for themselves."),
        marked("You may note it only for someone who is here without a device."),
    ),
    Reason.USE_NOT_ALLOWED: (
        marked("Not everybody here has said yes to that."),
        marked("Nothing has been read. Ask the set first."),
    ),
    Reason.FACILITATOR_IS_HERE: (
        marked("The facilitator is still with us, or has only just gone."),
        marked("Wait two minutes, or ask them to hand over."),
    ),
    Reason.ROLE_NOT_YOURS: (
        marked("You have no role to take back."),
        marked("Ask whoever facilitates to hand over to you."),
    ),
    Reason.FACILITATOR_KEEPS_OUT: (
        marked("Whoever facilitates stays out of the content."),
        marked("Join in as a member first, so that everyone sees it."),
    ),
    Reason.FACILITATOR_PRESENTS: (
        marked("%(people)s cannot present and facilitate at once."),
        marked("Hand facilitating over first, then begin."),
    ),
    Reason.PRESENTER_CANNOT_FACILITATE: (
        marked("%(people)s cannot facilitate while presenting."),
        marked("Choose somebody else."),
    ),
    Reason.STALE_PHASE: (
        marked("The meeting has moved on in the meantime."),
        marked("Look at where it is now, and press again if you still want to."),
    ),
    Reason.NO_SUCH_PHASE: (
        marked("There is no phase in that direction."),
        marked("Close the meeting, or begin another slot."),
    ),
    Reason.KIND_NOT_NOW: (
        marked("%(kind)s: not for now. %(why)s"),
        marked("Its time is in “%(phases)s”. A private note keeps it safe until then."),
    ),
    Reason.KIND_NEVER: (
        marked("%(kind)s: this format has no place for it. %(why)s"),
        marked("Turn it into something that fits, or keep it as a private note."),
    ),
    Reason.ALREADY_PAUSED: (
        marked("The meeting is paused already."),
        marked("Press “Go on” when everyone is ready."),
    ),
    Reason.NOT_PAUSED: (
        marked("The meeting is not paused."),
        marked("Carry on."),
    ),
    Reason.NOTHING_TO_UNDO: (
        marked("There is no step to take back."),
        marked("Go back a phase instead, if that is what you want."),
    ),
    Reason.PULSE_CLOSED: (
        marked("This question has been closed."),
        marked("Tell the set in your own words, if you like."),
    ),
    Reason.PULSE_OPEN: (
        marked("A question to everyone is already being asked."),
        marked("Close that one first."),
    ),
    Reason.ALREADY_READ_ALOUD: (
        marked("There is nothing left to read aloud."),
        marked("Ask everyone to write a sentence first."),
    ),
    Reason.USE_REFUSED: (
        marked("Somebody would rather not, just now."),
        marked("Leave it for this phase. You may ask again in the next one."),
    ),
    Reason.STALE_CONTRACT: (
        marked("How the set works has been worded anew since you read it."),
        marked("Open this page again, read it once more, and agree then."),
    ),
    Reason.CONTRACT_NOT_AGREED: (
        marked("Not everyone has agreed how the set works."),
        marked("Ask %(people)s to agree; then the first slot can begin."),
    ),
    Reason.NO_SLOT: (
        marked("Nobody is presenting just now."),
        marked("Begin somebody's slot first."),
    ),
    Reason.SLOT_RUNNING: (
        marked("A slot is running."),
        marked("Bring it to its end first."),
    ),
    Reason.SLOT_STOPPED: (
        marked("The presenter has stopped this slot."),
        marked("There is no way back into it; go on with what comes next."),
    ),
    Reason.SLOT_NOT_COMPLETE: (
        marked("There has hardly been time for this yet: %(phases)s."),
        marked(
            "Give it a minute. Or skip it with a reason for the set: under the three "
            "dots, at “Skip or end”."
        ),
    ),
    Reason.NO_PRESENTER: (
        marked("It is not settled who presents."),
        marked("Go with the proposed order, or choose somebody."),
    ),
    Reason.OTHERS_FIRST: (
        marked("Others have not had their time yet: %(people)s."),
        marked("Offer it to them, or give a reason that the set can see."),
    ),
    Reason.ORDER_NEEDS_REASON: (
        marked("That is not the order which was proposed: %(people)s."),
        marked("Give a short reason; the set will see it."),
    ),
    Reason.REASON_MISSING: (
        marked("A reason is missing."),
        marked("A few words are enough; the set will see them."),
    ),
    Reason.NO_SUCH_THING: (
        marked("That is no longer here."),
        marked("Look at the page again; it may have been taken back."),
    ),
    Reason.NO_SUCH_TOPIC: (
        marked("This topic of yours is not open any more."),
        marked("Choose another one, or write a line of your own."),
    ),
    Reason.WORDS_MISSING: (
        marked("There are no words here yet."),
        marked("Write a line, then send it."),
    ),
    Reason.SPOKEN_ONLY: (
        marked("Nothing is written down in this phase."),
        marked("Say it aloud; a private note is yours at any time."),
    ),
    Reason.WORDS_TOO_LONG: (
        marked("That is too long to be read while people listen."),
        marked("Keep it below %(limit)s letters."),
    ),
    Reason.OUT_OF_RANGE: (
        marked("That is outside of what can be chosen."),
        marked("Choose one of the answers shown."),
    ),
    Reason.TOO_FEW_TURNS: (
        marked("Fewer than %(limit)s turns would say whose they were."),
        marked("Show the count once there are more."),
    ),
    Reason.ALREADY_DONE: (
        marked("That has been settled already."),
        marked("There is nothing more to do."),
    ),
}


def in_words(refused: Refused, see: Sight) -> tuple[str, str]:
    """What has happened, and what to do."""
    happened, to_do = WORDS[refused.reason]
    details = _details(refused, see)
    return _(happened) % details, _(to_do) % details


def _details(refused: Refused, see: Sight) -> dict[str, Any]:
    kind = kind_named(refused.kind) if refused.kind else None
    return {
        "people": _people(refused, see),
        "kind": _(kind.title) if kind else "",
        "why": _why_not(refused, see),
        "phases": _phases(refused.phases, see),
        "limit": refused.limit or "",
        "until": date_format(refused.until, "TIME_FORMAT") if refused.until else "",
    }


def _people(refused: Refused, see: Sight) -> str:
    names = ", ".join(see.short(person) for person in refused.people)
    match refused.reason:
        case Reason.NOT_HERE | Reason.NOT_WAITING:
            return _is_or_are(refused, names)
        case _:
            return names or _("the facilitator")


def _is_or_are(refused: Refused, names: str) -> str:
    if not names:
        return _("You are")
    if len(refused.people) == 1:
        return _("%(name)s is") % {"name": names}
    return _("%(names)s are") % {"names": names}


def _why_not(refused: Refused, see: Sight) -> str:
    if not refused.kind:
        return ""
    kind = kind_named(refused.kind)
    phase = see.phase
    return _(phase.not_now.get(kind.name, kind.not_now) if phase else kind.not_now)


def _phases(names: tuple[str, ...], see: Sight) -> str:
    titles = (_(see.state.script.phase(name).title) for name in names)
    return ", ".join(dict.fromkeys(titles))
