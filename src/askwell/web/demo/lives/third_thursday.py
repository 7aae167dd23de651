"""Third Thursday: no facilitator, a host who minds the dates, actions on their way."""

from datetime import timedelta
from pathlib import Path

from askwell.transcripts import parse
from askwell.web.actions import operations as actions
from askwell.web.actions.models import Scale
from askwell.web.demo.lives.life import Life
from askwell.web.planning import operations as planning
from askwell.web.planning.models import Answer, DatePoll
from askwell.web.programmes import operations as sets
from askwell.web.programmes.queries import current_contract
from askwell.web.transcripts import operations as transcripts

WHAT_WAS_KEPT = "The captions of our call: thirteen minutes out of both turns."
TRANSCRIPT = Path(__file__).parent.parent / "meetings" / "third-thursday-2.vtt"

# What the first meeting wanted to try became a line of the agreement.
SAID_ALOUD = "Whoever holds the chair says so aloud before asking a question."

YES, MAYBE, NO = Answer.Suits.YES, Answer.Suits.IF_NEED_BE, Answer.Suits.NO


def do_without_a_facilitator(life: Life) -> None:
    """They vote to take turns, choose a host, and Siobhan begins."""
    learning_set, siobhan = life.learning_set, life.person("Siobhan")
    life.vote_to_take_turns(by="Siobhan", at=life.later(days=3))
    then = life.later(days=5)
    sets.choose_host(learning_set, life.membership("Sina"), by=siobhan, at=then)
    sets.name_next(learning_set, life.membership("Siobhan"), by=siobhan, at=then)


def word_the_agreement_anew(life: Life) -> None:
    """The second version says one thing more than the first."""
    learning_set = life.learning_set
    first = current_contract(learning_set)
    words = f"{first.words if first else ''}\n{SAID_ALOUD}"
    ewan, then = life.person("Ewan"), life.later(days=4)
    sets.reword(learning_set, words=words, read=1, by=ewan, at=then)
    life.all_agree(read=2, at=life.later(days=5))
    grace = life.person("Grace")
    sets.name_next(learning_set, life.membership("Grace"), by=grace, at=then)


def go_on_with_what_they_began(life: Life) -> None:
    see_how_actions_go(life)
    have_a_transcript_read(life)


def see_how_actions_go(life: Life) -> None:
    """A scale, notes along the way, and a reminder: each for its owner alone."""
    sina, asking = life.person("Sina"), life.action("Sina", "Ask Agnes")
    actions.describe_scale(
        asking,
        by=sina,
        words={
            "much_less": "I decide for her that she would rather not.",
            "less": "I ask, and then I talk her into it.",
            "expected": "I ask once, and leave it with her.",
            "more": "She shows one visitor how to bone a chicken.",
            "much_more": "The visitors come to learn from her, and not to help.",
        },
        now=Scale.Level.LESS,
    )
    when = life.later(days=6)
    said = "Asked her by the walk-in. She said: let me see your face when you mean it."
    actions.keep_note(asking, by=sina, words=said, at=when)
    darren, riding = life.person("Darren"), life.action("Darren", "Ride out")
    said = "Rang about the bus gate. It is a map somebody else draws."
    actions.keep_note(riding, by=darren, words=said, at=when)
    jun_ho, writing = life.person("Jun-ho"), life.action("Jun-ho", "Write the story")
    in_a_week = life.now + timedelta(days=7)
    actions.remind(writing, by=jun_ho, due_at=in_a_week, at=life.later(days=1))


def have_a_transcript_read(life: Life) -> None:
    """Everybody says yes within two days, and Sina puts in what their call kept."""
    sina, meeting = life.person("Sina"), life.last_meeting()
    asked = transcripts.propose(
        meeting, origin=WHAT_WAS_KEPT, by=sina, at=life.later(days=1)
    )
    for person in life.everyone():
        transcripts.agree(asked, by=person, at=life.later(days=2))
    said = parse(TRANSCRIPT.read_bytes(), name=TRANSCRIPT.name)
    transcripts.put_in(asked, said, by=sina, at=life.later(days=3))


def look_ahead(life: Life) -> None:
    """The next meeting is near; for the one after it they look for a date."""
    then = life.ago(days=9)
    life.tell_calendars(at=then)
    life.share_out_turns(taken_by=("Siobhan",), at=then)
    (following,) = life.meetings()
    life.reply(
        following,
        coming=("Darren", "Grace", "Sina", "Siobhan"),
        away=("Jun-ho",),
        at=life.ago(days=5),
    )
    _ask_for_dates(life)


def _ask_for_dates(life: Life) -> None:
    sina = life.person("Sina")
    days = ("Thursday, 14:00", "Thursday, 16:00", "Tuesday, 14:00")
    poll = planning.ask_for_dates(
        life.learning_set,
        dates=[life.on(f"in 7 weeks on {day}") for day in days],
        minutes=180,
        by=sina,
        at=life.ago(days=2),
    )
    # Tuesday comes first, then the two hours of Thursday.
    _answer(life, poll, "Sina", (MAYBE, YES, YES))
    _answer(life, poll, "Darren", (NO, YES, MAYBE))
    _answer(life, poll, "Ewan", (YES, YES, YES))
    _answer(life, poll, "Siobhan", (MAYBE, YES, NO))


def _answer(life: Life, poll: DatePoll, key: str, suits: tuple[str, ...]) -> None:
    voice = planning.voice_of(poll, life.person(key), at=life.ago(days=1))
    dates = poll.dates.order_by("starts_at")
    answers = zip((date.pk for date in dates), suits, strict=True)
    planning.answer_poll(voice, dict(answers))
