"""Calderwick Leaders look at themselves after five meetings, and go on after six."""

from askwell.coach import TurnKind
from askwell.web.coaching import operations as coaching
from askwell.web.demo.lives.life import HOME, Life
from askwell.web.learning import operations as learning
from askwell.web.learning.queries import loop_of
from askwell.web.planning import operations as planning
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.queries import current_contract
from askwell.web.renewal import operations as renewal
from askwell.web.renewal.models import Preference, Renewal
from askwell.web.renewal.queries import last_decision, open_check, open_renewal
from askwell.web.transcripts import operations as transcripts

# How true each statement is to the seven of them, from 1, not at all, to 5, fully.
STEPS = {
    "safety": (5, 5, 4, 5, 4, 5, 5),
    "questions": (4, 4, 5, 4, 4, 4, 5),
    "turns": (5, 4, 5, 5, 4, 5, 4),
    "actions": (4, 3, 4, 3, 4, 3, 3),
    "logistics": (1, 2, 4, 2, 1, 2, 3),
    "purpose": (5, 2, 4, 3, 5, 2, 4),
    "time": (5, 5, 4, 5, 5, 4, 4),
}
SIX_MEETINGS = "Six meetings, then we decide whether to go on."
TWICE_A_YEAR = "Twice a year, two mornings, then we decide whether to go on."
LAST_MORNING = "The captions of our last morning, which Delroy's laptop kept."

# How Cathal means what the coach hears otherwise: one he owns up to, the others he
# stands by.
MEANT = {
    "Isn't it obvious": TurnKind.ADVICE,
    "Can you, formally": TurnKind.CLOSED_QUESTION,
    "Who believes in the curve": TurnKind.OPEN_QUESTION,
}


def look_at_themselves(life: Life) -> None:
    """All answer, so the look closes into words, and all say how they would go on."""
    learning_set, then = life.learning_set, life.later(days=2)
    renewal.look_if_due(learning_set, at=then)
    check = open_check(learning_set)
    for number, person in enumerate(life.everyone()):
        if check:
            steps = {name: chosen[number] for name, chosen in STEPS.items()}
            renewal.answer(check, steps, by=person, at=life.later(days=3 + number))
    asked = open_renewal(learning_set)
    for person in life.everyone():
        if asked:
            renewal.say(asked, Preference.Choice.GO_ON, by=person)


def go_on(life: Life) -> None:
    """Twice a year, by turns: decided, agreed, voted and planned."""
    learning_set = life.learning_set
    if asked := open_renewal(learning_set):
        renewal.decide(
            asked,
            Renewal.Decision.CHANGE,
            meetings=2,
            words="Twice a year, no facilitator, the chair by rota. Cathal hosts the "
            "first.",
            by=life.person("Siobhan"),
            at=life.later(days=1),
        )
    _agree_anew(life)
    _take_turns(life)
    _plan(life)
    yusuf = life.person("Yusuf")
    sets_of_his = [learning_set.pk]
    learning.take_a_copy(yusuf, sets=sets_of_his, form="docx", at=life.later(days=20))
    _correct_the_coach(life)
    _ask_about_a_transcript(life)


def _correct_the_coach(life: Life) -> None:
    """On the page of his questions, one after the other."""
    cathal, when = life.person("Cathal"), life.later(days=25)
    asked = [each for one in loop_of(cathal).heard.occasions for each in one.questions]
    for beginning, meant in MEANT.items():
        one = next(each for each in asked if each.words.startswith(beginning))
        coaching.correct(one.meeting, one.number, by=cathal, meant=meant, at=when)


def _ask_about_a_transcript(life: Life) -> None:
    """Some have said yes; Cathal, Kwabena and Leila have not answered."""
    asked = transcripts.propose(
        life.last_meeting(),
        origin=LAST_MORNING,
        by=life.person("Siobhan"),
        at=life.ago(days=2),
    )
    for key in ("Delroy", "Rukhsana", "Yusuf"):
        transcripts.agree(asked, by=life.person(key), at=life.ago(days=1))


def _agree_anew(life: Life) -> None:
    """A line of the agreement has been overtaken by what was decided."""
    newest = current_contract(life.learning_set)
    if newest is None:
        return
    for key in ("Cathal", "Kwabena"):
        who, soon = life.person(key), life.later(days=2)
        sets.agree(life.learning_set, read=newest.version, by=who, at=soon)
    words = (newest.words or "").replace(SIX_MEETINGS, TWICE_A_YEAR)
    rukhsana, then = life.person("Rukhsana"), life.later(days=4)
    contract = sets.reword(
        life.learning_set, words=words, read=newest.version, by=rukhsana, at=then
    )
    life.all_agree(read=contract.version, at=life.later(days=5))


def _take_turns(life: Life) -> None:
    """Delroy stays, and comes when he is asked."""
    learning_set, cathal = life.learning_set, life.person("Cathal")
    life.vote_to_take_turns(by="Cathal", at=life.later(days=8))
    then = life.later(days=10)
    sets.choose_host(learning_set, life.membership("Cathal"), by=cathal, at=then)
    sets.name_next(learning_set, life.membership("Kwabena"), by=cathal, at=then)
    on_call, delroy = LearningSet.Dial.ON_CALL, life.person("Delroy")
    sets.turn_dial(learning_set, on_call, by=delroy, at=then)


def _plan(life: Life) -> None:
    then = life.later(days=12)
    decided = last_decision(life.learning_set)
    planning.plan_series(
        life.learning_set,
        first=life.on("in 18 weeks on Wednesday, 9:30"),
        count=(decided.meetings if decided else None) or 2,
        every_weeks=26,
        minutes=150,
        home_zone=HOME,
        by=life.person("Cathal"),
        at=then,
    )
    life.tell_calendars(at=then)
    life.share_out_turns(taken_by=(), at=then)
    following, *_ = life.meetings()
    life.reply(following, coming=("Cathal", "Leila", "Yusuf"), at=life.later(days=14))
