"""Who may do what at the addresses of feedback: what is written is its owner's own."""

from typing import Any

from django.utils import timezone

from askwell.facilitation.competencies import COMPETENCIES
from askwell.process.choices import SlotEnd
from askwell.process.events import Arrived, SlotBegan, SlotEnded
from askwell.web.feedback.models import Asked, Asking, LogEntry, Observation, Watch
from askwell.web.feedback.operations.own import keep_line
from askwell.web.feedback.reading import Rating, written
from askwell.web.meetings.models import Meeting
from factories import NOON
from web.decisions.row import LEADING, MEMBERS, OWNER, PERSONS, Row, of_set, saying
from web.feedback.held import a_held
from web.world import WORDS, World

OBSERVER = frozenset({"observer"})
BOTH = LEADING | OBSERVER


def of_held(world: World) -> dict[str, Any]:
    """A meeting in which the facilitator led a slot and the observer watched it."""
    return {"meeting_id": a_led(world).pk}


def a_led(world: World) -> Meeting:
    held = Meeting.objects.filter(learning_set=world.learning_set, code="led").first()
    if held is None:
        now, people = timezone.now(), world.people
        lead, watches = (str(people[each].pk) for each in ("facilitator", "observer"))
        presenter = str(people["member"].pk)
        came = [Arrived(number=0, at=now, person=each) for each in (lead, watches)]
        of_slot = {"number": 0, "at": now, "person": lead, "slot": 1}
        began = SlotBegan(**of_slot, presenter=presenter, facilitator=lead)
        ended = SlotEnded(**of_slot, how=SlotEnd.COMPLETED)
        held = a_held(world.learning_set, [*came, began, ended])
        held.code, held.closed_at = "led", now
        held.save()
        asking = Asking.objects.create(meeting=held, person=people["facilitator"])
        Asked.objects.create(asking=asking, person=people["member"])
    return held


def of_line(world: World) -> dict[str, Any]:
    me = world.people["member"]
    line = LogEntry.objects.filter(person=me).first()
    now = timezone.now()
    line = line or keep_line(by=me, on=now.date(), words=WORDS, at=now)
    return {"line_id": line.pk}


def of_watch(world: World) -> dict[str, Any]:
    watch, _is_new = Watch.objects.get_or_create(
        learning_set=world.learning_set,
        person=world.people["facilitator"],
        observer=world.people["observer"],
        state=Watch.State.AGREED,
        defaults={"agreed_at": NOON},
    )
    return {"watch_id": watch.pk}


def of_slot(world: World) -> dict[str, Any]:
    return of_watch(world) | of_held(world) | {"slot": 1}


def of_signed(world: World) -> dict[str, Any]:
    return {"observation_id": an_observation(world, slot=3, signed=True).pk}


def of_read(world: World) -> dict[str, Any]:
    found = an_observation(world, slot=1, signed=True, is_read=True)
    return {"observation_id": found.pk}


def of_draft(world: World) -> dict[str, Any]:
    return {"observation_id": an_observation(world, slot=2, signed=False).pk}


def an_observation(
    world: World, *, slot: int, signed: bool, is_read: bool = False
) -> Observation:
    held = a_led(world)
    seen = {each.name: Rating(3, WORDS) for each in COMPETENCIES}
    found, _is_new = Observation.objects.get_or_create(
        person=world.people["facilitator"],
        observer=world.people["observer"],
        meeting_key=held.pk,
        slot=slot,
        defaults={
            "set_key": world.learning_set.pk,
            "ratings": written(seen),
            "signed_at": timezone.now() if signed else None,
            "seen_at": timezone.now() if signed and is_read else None,
        },
    )
    return found


def of_reader(world: World) -> dict[str, Any]:
    return of_read(world) | {"reader_id": world.people["observer"].pk}


def answered(world: World) -> dict[str, Any]:
    asking = Asking.objects.get(meeting=a_led(world))
    names = ("helpful_questions", "listening", "no_telling", "all_learn")
    return {"asking": asking.pk} | dict.fromkeys(names, "3")


LINE = saying(on="2026-03-03", words="I waited.")

ROWS: tuple[Row, ...] = (
    Row(
        "feedback:own",
        get=LEADING,
        post=LEADING,
        path=of_held,
        form=saying(listening="well", same="Waiting."),
    ),
    Row("feedback:removal", post=LEADING, path=of_held),
    Row("feedback:withdrawal", post=LEADING, path=of_held),
    Row("feedback:answers", get=OWNER, post=OWNER, path=of_held, form=answered),
    Row("feedback:log", get=PERSONS),
    Row("feedback:line_new", get=PERSONS, post=PERSONS, form=LINE),
    Row("feedback:log_text", get=PERSONS),
    Row("feedback:line", get=OWNER, post=OWNER, path=of_line, form=LINE),
    Row("feedback:line_removal", post=OWNER, path=of_line),
    Row(
        "feedback:watching",
        get=MEMBERS,
        post=MEMBERS,
        path=of_set,
        form=saying(email="nobody@people.example"),
    ),
    Row("feedback:observations", get=PERSONS),
    Row("feedback:asked", post=BOTH, path=of_watch, form=saying(act="end")),
    Row("feedback:beginning", post=OBSERVER, path=of_slot),
    Row("feedback:observation", get=BOTH, path=of_read),
    Row("feedback:opening", post=LEADING, path=of_signed),
    Row(
        "feedback:writing",
        get=OBSERVER,
        post=OBSERVER,
        path=of_draft,
        form=saying(contracting="3", act="keep"),
    ),
    Row("feedback:correction", post=OBSERVER, path=of_signed),
    Row("feedback:discarding", post=OBSERVER, path=of_draft),
    Row("feedback:reply", post=LEADING, path=of_read, form=saying(words="I see.")),
    Row(
        "feedback:leaving_out",
        post=LEADING,
        path=of_read,
        form=saying(left_out="yes"),
    ),
    Row("feedback:showing", post=LEADING, path=of_read, form=saying(to="observer")),
    Row("feedback:hiding", post=LEADING, path=of_reader),
)
