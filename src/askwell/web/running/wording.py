"""How a launch, and what waits in a programme, is said in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.web.running.links import Links
from askwell.web.running.queries.needs import Kind, Need, State


@dataclass(frozen=True)
class Stage:
    """One thing to do before the sets can meet."""

    title: str
    words: str
    done: bool
    label: str = ""
    path: str = ""
    optional: bool = False
    state: str = "next"
    """past, now or next, as the list of steps draws it."""


@dataclass(frozen=True)
class Call:
    """One thing that waits: what, why it matters, and where to see to it."""

    heading: str
    words: str
    label: str
    path: str


def launch_of(
    state: State, *, has_sponsor: bool, has_partners: bool, links: Links
) -> list[Stage]:
    """Everything on the way to the first meetings, and how far it has come."""
    stages = [
        _aim(state, links),
        _sponsor(has_sponsor, links),
        *_organisations(state, has_partners, links),
        *_people(state, links),
        *_sets(state, links),
    ]
    now = next((one for one in stages if not (one.done or one.optional)), None)
    return [_placed(one, now) for one in stages]


def _placed(stage: Stage, now: Stage | None) -> Stage:
    state = "past" if stage.done else "now" if stage is now else "next"
    return Stage(**{**stage.__dict__, "state": state})


def _aim(state: State, links: Links) -> Stage:
    aim = state.programme.aim
    return Stage(_("What should be different"), aim, bool(aim), _("Say it"), links.edit)


def _sponsor(has_sponsor: bool, links: Links) -> Stage:
    words = "" if has_sponsor else _("If somebody backs it. You can do without.")
    return Stage(
        _("A sponsor"),
        words,
        has_sponsor,
        _("Name the sponsor"),
        links.offices,
        optional=True,
    )


def _organisations(state: State, has_partners: bool, links: Links) -> list[Stage]:
    """On neutral ground nobody takes part before an organisation does."""
    if state.programme.home_id:
        return []
    words = "" if has_partners else _("Each has somebody who looks after its people.")
    return [
        Stage(
            _("Organisations that take part"),
            words,
            has_partners,
            _("Name the organisations"),
            links.organisations,
        )
    ]


def _people(state: State, links: Links) -> list[Stage]:
    numbers = state.numbers
    has_sets = bool(state.healths)
    answered = numbers.joined > 0 and not numbers.invited
    return [
        Stage(
            _("People on the list"),
            _people_listed(numbers.here),
            numbers.here + numbers.declined > 0,
            _("Put people on the list"),
            links.bring,
        ),
        Stage(
            _("Who can facilitate"),
            _facilitators_known(numbers.facilitators),
            numbers.facilitators > 0 or has_sets,
            _("Say who facilitates"),
            links.people,
        ),
        Stage(
            _("All asked"),
            _listed_only(numbers.listed),
            numbers.asked > 0 and not numbers.listed,
            _("Ask them"),
            links.replies,
        ),
        Stage(
            _("Replies"),
            _replies(numbers.answered, numbers.asked),
            answered or has_sets,
            _("See the replies"),
            links.replies,
        ),
    ]


def _sets(state: State, links: Links) -> list[Stage]:
    count, undated = len(state.healths), sum(one.lacks_date for one in state.healths)
    dated = count > 0 and not undated
    return [
        Stage(
            _("Sets put together"),
            ngettext("One set.", "%(count)s sets.", count) % {"count": count}
            if count
            else _("Askwell proposes them; you decide."),
            count > 0,
            _("Put the sets together"),
            links.compose_next,
        ),
        Stage(
            _("Dates for every set"),
            _undated(undated) if undated else "",
            dated,
            _("See which have none"),
            links.sets,
        ),
    ]


def _people_listed(count: int) -> str:
    if not count:
        return _("Typed, pasted or from a spreadsheet. Nobody is told yet.")
    return ngettext("One person.", "%(count)s people.", count) % {"count": count}


def _facilitators_known(count: int) -> str:
    if not count:
        return _("Mark in the list whoever can. One for each set, or for several.")
    said = ngettext("One person can.", "%(count)s people can.", count)
    return said % {"count": count}


def _listed_only(count: int) -> str:
    if not count:
        return ""
    said = ngettext(
        "One person has not been asked yet.",
        "%(count)s people have not been asked yet.",
        count,
    )
    return said % {"count": count}


def _replies(answered: int, asked: int) -> str:
    if not asked:
        return ""
    return _("%(answered)s of %(asked)s have answered.") % {
        "answered": answered,
        "asked": asked,
    }


def _undated(count: int) -> str:
    said = ngettext("One set has none.", "%(count)s sets have none.", count)
    return said % {"count": count}


# --- what waits


def call_of(need: Need, links: Links) -> Call:
    """One thing that waits, in words, with the way to see to it."""
    return CALLS[need.kind](need, links)


def _lapsed(need: Need, links: Links) -> Call:
    return Call(
        ngettext(
            "One set has stopped meeting",
            "%(count)s sets have stopped meeting",
            need.count,
        )
        % {"count": need.count},
        _(
            "The people have been told, and shown three ways on. Ask whoever "
            "facilitates what would help."
        ),
        _("See which"),
        f"{links.sets}?show=lapsed",
    )


def _without_facilitator(need: Need, links: Links) -> Call:
    return Call(
        ngettext(
            "One set has no facilitator",
            "%(count)s sets have no facilitator",
            need.count,
        )
        % {"count": need.count},
        _("Find somebody with room for one more, or let the set take turns."),
        _("See which"),
        f"{links.sets}?show=no_facilitator",
    )


def _without_date(need: Need, links: Links) -> Call:
    return Call(
        ngettext(
            "One set has no date ahead", "%(count)s sets have no date ahead", need.count
        )
        % {"count": need.count},
        _("A set arranges its dates itself. A word to its facilitator helps."),
        _("See which"),
        f"{links.sets}?show=no_date",
    )


def _late(need: Need, links: Links) -> Call:
    return Call(
        ngettext(
            "One person takes part and is in no set",
            "%(count)s people take part and are in no set",
            need.count,
        )
        % {"count": need.count},
        _("Late joiners can be put into sets with few changes."),
        _("Find places for them"),
        links.place(need.cohort) if need.cohort else links.people,
    )


def _to_compose(need: Need, links: Links) -> Call:
    return Call(
        ngettext(
            "One person waits for a set",
            "%(count)s people wait for their sets",
            need.count,
        )
        % {"count": need.count},
        _("Askwell proposes sets that fit them; you decide."),
        _("Put them into sets"),
        links.compose(need.cohort) if need.cohort else links.people,
    )


def _unasked(need: Need, links: Links) -> Call:
    return Call(
        ngettext(
            "One person has not been asked yet",
            "%(count)s people have not been asked yet",
            need.count,
        )
        % {"count": need.count},
        _("They are on the list, and know nothing of it."),
        _("Ask them"),
        links.replies,
    )


def _unanswered(need: Need, links: Links) -> Call:
    return Call(
        ngettext("One reply is missing", "%(count)s replies are missing", need.count)
        % {"count": need.count},
        _("Nobody is in before they have said yes. A friendly reminder may help."),
        _("See who"),
        links.replies,
    )


CALLS: dict[Kind, Callable[[Need, Links], Call]] = {
    Kind.LAPSED: _lapsed,
    Kind.NO_FACILITATOR: _without_facilitator,
    Kind.NO_DATE: _without_date,
    Kind.LATE: _late,
    Kind.UNASKED: _unasked,
    Kind.TO_COMPOSE: _to_compose,
    Kind.UNANSWERED: _unanswered,
}
