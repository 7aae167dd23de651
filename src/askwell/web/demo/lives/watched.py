"""Delroy asks Tomasz to watch him facilitate, and reads what Tomasz saw."""

from askwell.facilitation.competencies import COMPETENCIES, HANDING_OVER
from askwell.web.demo.lives.life import Life
from askwell.web.feedback.models import Observation, Watch
from askwell.web.feedback.operations import observing, watching
from askwell.web.feedback.reading import Rating
from askwell.web.people.models import Person
from askwell.web.programmes import operations as sets
from askwell.web.programmes.queries import current_contract

LEADS, WATCHES = "Delroy", "Tomasz"
# What he saw the first and the second time: from 1 to 4, and in which sentence.
SEEN = {
    "contracting": (3, "Asked whether it still holds, and waited for each of them."),
    "explaining": (4, "One sentence before each part. Nobody asked what came next."),
    "time_and_turns": (4, "Said when five minutes were left. Nobody was cut off."),
    "holding_silence": (3, "Fourteen seconds after the question about the paper."),
    "turning_advice": (3, "“What question is behind that?”, once, and it was enough."),
    "inviting_and_bounding": (3, "Asked for somebody who had not asked yet."),
    "power_and_feeling": (4, "Offered to stop, pause or go on, and then did it."),
    "out_of_content": (3, "Knew the answer, I could see it, and said nothing."),
    "drawing_out_learning": (3, "Asked each what they take along, and let it stand."),
}
ANSWER = "I did know it. Thank you for the fourteen seconds; they felt like fifty."


def let_somebody_watch(life: Life) -> None:
    """Tomasz agrees, and then all of the set do."""
    leads, watches, then = life.person(LEADS), life.person(WATCHES), life.later(days=7)
    watch = watching.ask_to_observe(life.learning_set, watches, by=leads, at=then)
    there = watching.agree(watch, by=watches, at=then)
    for each in life.everyone():
        sets.admit(there, by=each, at=life.later(days=9))
    _agree_anew(life, watches)


def _agree_anew(life: Life, *others: Person) -> None:
    """Whoever comes or goes opens the agreement again."""
    newest = current_contract(life.learning_set)
    for each in (life.person(LEADS), *others, *life.everyone()):
        if newest:
            then = life.later(days=10)
            sets.agree(life.learning_set, read=newest.version, by=each, at=then)


def write_what_was_seen(life: Life) -> Observation:
    """Of the meeting that is just over; Delroy reads it, and answers the second."""
    leads, watches = life.person(LEADS), life.person(WATCHES)
    watch = Watch.objects.get(learning_set=life.learning_set, observer=watches)
    seen = observing.begin(
        watch, meeting=life.last_meeting(), slot=1, by=watches, at=life.later(days=1)
    )
    ratings = {name: Rating(*each) for name, each in SEEN.items()}
    ratings[HANDING_OVER.name] = Rating(None)
    observing.write(
        seen, {each.name: ratings[each.name] for each in COMPETENCIES}, by=watches
    )
    observing.sign(seen, by=watches, at=life.later(days=1))
    observing.open_it(seen, by=leads, at=life.later(days=2))
    return seen


def write_again_and_say_goodbye(life: Life) -> None:
    leads = life.person(LEADS)
    seen = write_what_was_seen(life)
    observing.answer(seen, ANSWER, by=leads)
    watch = Watch.objects.get(learning_set=life.learning_set, person=leads)
    watching.end(watch, by=leads, at=life.later(days=3))
    _agree_anew(life)
