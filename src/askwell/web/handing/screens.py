"""What stands on the page: the steps, the parts in words, and the one next thing."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from askwell.facilitation.readiness import (
    BRING_BACK,
    EQUAL,
    HOST,
    OBSERVED,
    PARTS,
    SAFE,
    Answer,
    Found,
    Index,
)
from askwell.facilitation.steps import CO_LEADS, LEADS, STEPS, Step, after
from askwell.web.handing.operations.slipping import can_be_undone
from askwell.web.handing.queries.standing import Standing
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Vote
from askwell.web.programmes.queries import have_voted

ANSWERS = {
    Answer.MET: gettext_lazy("met"),
    Answer.NOT_MET: gettext_lazy("not met"),
    Answer.UNKNOWN: gettext_lazy("not known"),
}
# So many of the ten before a set is told that it could ask itself.
NEARLY = 7


@dataclass(frozen=True)
class PartCard:
    """One of the ten, in the reader’s language."""

    name: str
    title: str
    means: str
    found: str
    advice: str
    answer: str
    state: str
    value: str


@dataclass(frozen=True)
class NextThing:
    """The one thing to do now: a link, or a form with one button."""

    heading: str
    words: str
    label: str
    href: str = ""
    action: str = ""
    name: str = ""
    value: str = ""


def steps_of(step: Step) -> list[dict[str, str]]:
    """For the list of steps: what is behind, where the set is, what may come."""
    here = STEPS.index(step)
    states = ["past"] * here + ["now"] + ["next"] * (len(STEPS) - here - 1)
    return [
        {
            "title": gettext(each.title),
            "words": "",
            "state": state,
        }
        for each, state in zip(STEPS, states, strict=True)
    ]


def step_in_words(step: Step) -> dict[str, str]:
    return {
        "title": gettext(step.title),
        "facilitator": gettext(step.facilitator),
        "members": gettext(step.members),
        "in_the_room": gettext(step.in_the_room),
    }


def cards(index: Index) -> list[PartCard]:
    return [_card(each, index) for each in index.found]


def _card(found: Found, index: Index) -> PartCard:
    part = found.part
    return PartCard(
        name=part.name,
        title=gettext(part.title),
        means=gettext(part.means),
        found=gettext(part.found),
        advice=_advice(found, index),
        answer=str(ANSWERS[found.answer]),
        state=found.answer.value,
        value=_value(found),
    )


def _advice(found: Found, index: Index) -> str:
    """What would help, or what would make it known."""
    part = found.part
    if found.answer is Answer.MET:
        return ""
    if found.answer is Answer.NOT_MET:
        return gettext(part.helps)
    words = gettext(part.to_know)
    return f"{_it_takes(index)} {words}" if _waits(found, index) else words


def _waits(found: Found, index: Index) -> bool:
    """Whether there is nothing to do about it but to meet."""
    is_told = found.part.counts is not None and found.answer is Answer.UNKNOWN
    return is_told and index.waits_for_meetings


def _it_takes(index: Index) -> str:
    words = gettext("It takes three meetings, and you have had %(number)s.")
    return words % {"number": index.meetings}


def _value(found: Found) -> str:
    """How much it was; evenness is a number that says nothing by itself."""
    if found.value is None or found.part is EQUAL:
        return ""
    return f"{found.value:.0%}"


def next_thing(
    learning_set: LearningSet, stands: Standing, *, reader: Person, is_member: bool
) -> NextThing:
    """What would help most now; what waits for the reader comes before all else."""
    waits = _waits_for(learning_set, stands, reader) if is_member else None
    return (
        waits
        or _after_a_slip(learning_set, stands, is_member=is_member)
        or _by_the_way_so_far(learning_set, stands, is_member=is_member)
        or _what_would_help(learning_set, stands, is_member=is_member)
    )


def _waits_for(
    learning_set: LearningSet, stands: Standing, reader: Person
) -> NextThing | None:
    vote, asking = stands.vote, stands.asking
    if vote is not None and reader.pk not in have_voted(vote):
        return NextThing(
            heading=gettext("The set is being asked"),
            words=gettext("Nobody sees what you say. The set hears what came of it."),
            label=gettext("Read and answer"),
            href=vote.get_absolute_url(),
        )
    if asking and asking.asked.filter(person=reader, has_answered=False).exists():
        return NextThing(
            heading=gettext("Two questions wait for your answer"),
            words=gettext("No name is kept with it. It takes half a minute."),
            label=gettext("Answer"),
            href=reverse("handing:questions", args=[learning_set.pk]),
        )
    return None


def _after_a_slip(
    learning_set: LearningSet, stands: Standing, *, is_member: bool
) -> NextThing | None:
    look = stands.look
    if look is None or not is_member or not can_be_undone(look, learning_set):
        return None
    return NextThing(
        heading=gettext("The facilitator is a step nearer again"),
        words=gettext(
            "That helps for a meeting or two. If you would rather go on as before, any "
            "one of you can say so."
        ),
        label=gettext("We go on as before"),
        action=reverse("handing:going_on", args=[learning_set.pk]),
    )


def _could_share(stands: Standing) -> bool:
    """Somebody leads, and three meetings have been: before, a set is to meet."""
    leads = stands.step is LEADS and bool(stands.roles.facilitators)
    return leads and not stands.index.waits_for_meetings


def _by_the_way_so_far(
    learning_set: LearningSet, stands: Standing, *, is_member: bool
) -> NextThing | None:
    """From leading to sharing, and from sharing to the set’s vote."""
    if _could_share(stands):
        return NextThing(
            heading=gettext("Share the work at the next meeting"),
            words=gettext(
                "A member leads, the facilitator sits beside them and helps."
            ),
            label=gettext("Share it from the next meeting on"),
            action=reverse("programmes:dial", args=[learning_set.pk]),
            name="dial",
            value=CO_LEADS.name,
        )
    ready = stands.index.met >= NEARLY and not stands.roles.turns
    if stands.step is CO_LEADS and ready and is_member and not stands.vote:
        return NextThing(
            heading=gettext("You could ask yourselves"),
            words=gettext(
                "Most of it is there. It takes a yes from every one of you, and you "
                "can go back at any time."
            ),
            label=gettext("Ask the set to take turns"),
            action=reverse("programmes:votes", args=[learning_set.pk]),
            name="kind",
            value=Vote.Kind.TURNS,
        )
    return None


def _what_would_help(
    learning_set: LearningSet, stands: Standing, *, is_member: bool
) -> NextThing:
    """The parts are the members’ own; whoever else reads this sees to the meeting."""
    if not is_member:
        return _prepare(learning_set)
    found = stands.index.would_help
    if found is None:
        return _all_is_well(learning_set, stands)
    label, href = _place(found, learning_set)
    if _waits(found, stands.index):
        words = gettext("What your meetings tell is not known yet.")
        words = f"{words} {_it_takes(stands.index)}"
        return NextThing(gettext("What would help most now"), words, label, href)
    words = gettext("“%(part)s” is %(answer)s. %(advice)s") % {
        "part": gettext(found.part.title),
        "answer": ANSWERS[found.answer],
        "advice": _advice(found, stands.index),
    }
    return NextThing(gettext("What would help most now"), words, label, href)


def _prepare(learning_set: LearningSet) -> NextThing:
    return NextThing(
        heading=gettext("See to the next meeting"),
        words=gettext("Most sets that stop, stop over dates and other small things."),
        label=gettext("Get the next meeting ready"),
        href=reverse("handing:hosting", args=[learning_set.pk]),
    )


def _all_is_well(learning_set: LearningSet, stands: Standing) -> NextThing:
    if stands.index.met == len(PARTS):
        words = gettext("All ten parts are met.")
    else:
        words = gettext("All that you can see to is met.")
    then = (
        gettext("A next step is there when you want it.")
        if after(stands.step)
        else gettext("Look again after your next meeting.")
    )
    return NextThing(
        heading=gettext("You are doing well"),
        words=f"{words} {then}",
        label=gettext("Who does what"),
        href=reverse("programmes:roles", args=[learning_set.pk]),
    )


def _place(found: Found, learning_set: LearningSet) -> tuple[str, str]:
    """Where that is done, or would become known.

    What is done in a meeting leads to the list for the next one.
    """
    asks = gettext("The two questions"), "handing:questions"
    known = {
        HOST: (gettext("Choose a host"), "programmes:roles"),
        OBSERVED: (gettext("Share the work"), "programmes:roles"),
        SAFE: (gettext("Read what you agreed"), "programmes:contract"),
    }
    unknown = {
        OBSERVED: (gettext("Ask somebody in to watch"), "programmes:people"),
        SAFE: asks,
        BRING_BACK: asks,
    }
    places = unknown if found.answer is Answer.UNKNOWN else known
    usual = gettext("Get the next meeting ready"), "handing:hosting"
    label, name = places.get(found.part, usual)
    return label, reverse(name, args=[learning_set.pk])


def slipped_titles(stands: Standing) -> list[str]:
    known = {each.name: each for each in PARTS}
    names = stands.look.slipped if stands.look else []
    return [gettext(known[each].title) for each in names if each in known]
