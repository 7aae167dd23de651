"""Practice meetings: the room with made-up members, and the look back."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.facilitation.evidence import Evidence, Item
from askwell.practice.cases import CASES, case_named
from askwell.practice.moves import Does, Move
from askwell.practice.policies import at_triggers
from askwell.web.practising.models import Run, Seat, Step
from askwell.web.practising.operations.runs import act, begin
from askwell.web.practising.queries.evidence import evidence
from askwell.web.practising.queries.runs import moves_of, played, seats_of, written
from factories import NOON, a_person, signed_in
from practice import runs

pytestmark = pytest.mark.django_db

CASE = case_named("un_mentoring")
WORDS = "What does Tuesday ask of the heron?"


class Practice:
    """One meeting, its facilitator and their browser."""

    def __init__(self, *moves: Move, with_help: bool = True) -> None:
        self.person = a_person("Femke Visser")
        self.run = begin(CASE, by=self.person, at=NOON, with_help=with_help)
        self.run.seed = 1
        self.run.save()
        self.browser = signed_in(self.person)
        by = str(self.person.pk)
        Step.objects.bulk_create(
            Step(
                run=self.run,
                number=number,
                person=self.person,
                move=written(Move(each.does, by, each.words, each.heard_as)),
            )
            for number, each in enumerate(moves, 1)
        )

    def at(self, name: str, *more: str) -> str:
        return reverse(f"practising:{name}", args=[self.run.pk, *more])

    def does(self, what: str, **form: object):
        form.setdefault("after", self.run.steps.count())
        return self.browser.post(self.at("step", what), form)

    def room(self) -> str:
        return self.browser.get(self.at("room")).content.decode()


def test_a_made_up_member_speaks_when_one_listens():
    practice = Practice()
    before = practice.room()

    answer = practice.does("listen")

    said = played(
        practice.run, seats_of(practice.run), moves_of(practice.run), now=NOON
    ).turns[0]
    assert (answer.status_code, answer.url) == (302, practice.at("room") + "#what-now")
    assert said.words not in before
    assert said.words in practice.room()


def test_free_words_are_said_in_the_room_and_kept_sealed():
    practice = Practice(runs.LISTEN)

    practice.does("say", words=WORDS)

    with connection.cursor() as cursor:
        cursor.execute("SELECT move FROM practising_step WHERE number = 2")
        stored = bytes(cursor.fetchone()[0])
    assert WORDS in practice.room()
    assert WORDS.encode() not in stored
    assert moves_of(practice.run)[1].words == WORDS


def test_one_of_the_lines_is_said_as_it_stands():
    practice = Practice(runs.LISTEN)
    option = played(
        practice.run, seats_of(practice.run), moves_of(practice.run), now=NOON
    ).options[1]

    practice.does("say", option=1)

    assert moves_of(practice.run)[1] == option.move(str(practice.person.pk))


def test_a_double_click_is_one_step():
    practice = Practice()

    practice.does("listen", after=0)
    again = practice.does("listen", after=0)

    assert again.status_code == 302
    assert practice.run.steps.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.create(run=practice.run, number=1, person=practice.person)


def test_what_was_typed_stays_when_the_meeting_had_gone_on():
    practice = Practice(runs.LISTEN)

    answer = practice.does("say", words=WORDS, after=0)

    assert answer.status_code == 409
    assert f"{WORDS}</textarea>" in answer.content.decode()
    assert practice.run.steps.count() == 1


@pytest.mark.parametrize(
    ("what", "form"),
    [("say", {}), ("say", {"words": "a" * 601}), ("give_turn", {}), ("ask", {})],
)
def test_what_cannot_be_done_says_what_to_do(what, form):
    practice = Practice()

    answer = practice.does(what, **form)

    assert answer.status_code in (409, 422)
    assert 'role="alert"' in answer.content.decode()
    assert practice.run.steps.count() == 0


def test_the_last_step_is_taken_back_for_another_try():
    practice = Practice(runs.LISTEN, runs.LISTEN)

    practice.browser.post(practice.at("undo"), {"after": 2})
    late = practice.browser.post(practice.at("undo"), {"after": 2})

    practice.run.refresh_from_db()
    assert late.status_code == 302
    assert practice.run.steps.count() == 1
    assert practice.run.taken_back == 1


def test_a_moment_that_is_let_be_goes_from_the_page_and_is_told_as_let_be():
    found = runs.rehearsed(*runs.until("advice_again")).pending[-1]
    practice = Practice(*runs.until("advice_again"))

    sent = {"trigger": found.trigger, "said": "no"}
    practice.browser.post(practice.at("act", "moments"), sent)

    last = moves_of(practice.run)[-1]
    assert (last.does, last.heard_as) == (Does.LET_BE, (found.trigger.value,))
    assert f'value="{found.trigger}"' not in practice.room()


def test_a_moment_is_shown_with_help_and_said_with_one_press():
    found = runs.rehearsed(*runs.until("advice_again")).pending[-1]
    practice = Practice(*runs.until("advice_again"))
    page = practice.room()

    shown = page.split('class="moment"')[-1].split("</section>")[0]
    sent = {"trigger": found.trigger, "said": "yes"}
    practice.browser.post(practice.at("act", "moments"), sent)
    practice.browser.post(practice.at("act", "moments"), sent)

    assert "csrfmiddlewaretoken" in shown
    assert f'value="{found.trigger}"' in shown
    last = moves_of(practice.run)[-1]
    assert last.does is Does.SAY
    assert last.heard_as == (found.trigger.value,)
    assert (
        'class="moment"'
        not in Practice(*runs.until("advice_again"), with_help=False).room()
    )


def test_a_page_that_is_there_already_gets_only_what_is_new():
    practice = Practice(runs.LISTEN)
    part = {"X-Askwell-Part": "inside"}

    same = practice.browser.get(practice.at("room"), {"after": 1}, headers=part)
    more = practice.browser.get(practice.at("room"), {"after": 0}, headers=part)

    assert same.status_code == 204
    drawn = {each.name for each in more.templates}
    assert "practising/inside.html" in drawn
    assert "practising/room.html" not in drawn


def test_others_take_a_members_place_and_ask():
    practice = Practice()
    other = a_person("Tomasz Nowak")
    browser = signed_in(other)
    address = reverse("practising:seat", args=[practice.run.code])
    invited = browser.get(address).content.decode()

    browser.post(address)
    practice.does("listen")
    refused = browser.post(practice.at("step", "listen"), {"after": 1})

    assert "reads what you write in it" in invited
    assert seats_of(practice.run)[str(other.pk)].place == "grant"
    assert refused.status_code == 422
    assert "Tomasz Nowak" in practice.room()


def test_how_it_went_is_the_facilitators_unless_they_show_it():
    practice = Practice()
    other = a_person("Tomasz Nowak")
    Seat.objects.create(run=practice.run, person=other, place="sunita")
    practice.does("listen")
    browser = signed_in(other)
    heading = "How it went belongs to who facilitated"

    hidden = browser.get(practice.at("debrief")).content.decode()
    not_theirs = browser.post(practice.at("sharing"), {"shows": "yes"})
    practice.browser.post(practice.at("sharing"), {"shows": "yes"})
    shown = browser.get(practice.at("debrief")).content.decode()

    assert not_theirs.status_code == 404
    assert heading in hidden
    assert heading not in shown


def test_a_whole_meeting_is_looked_back_on_and_counts():
    moves = runs.moves_of(CASE, at_triggers)
    practice = Practice(*moves[:-1])

    act(
        practice.run,
        Move(moves[-1].does, str(practice.person.pk)),
        after=len(moves) - 1,
        by=practice.person,
        at=NOON,
    )
    page = practice.browser.get(practice.at("debrief")).content.decode()

    assert "You met this" in page
    assert "not for appraisal, selection or pay" in page
    assert list(evidence(practice.person)) == [
        Item(kind=Evidence.PRACTICE_SLOT, at=NOON, about=CASE.name)
    ]


def test_the_same_meeting_again_has_the_same_chance():
    practice = Practice(runs.LISTEN)
    address = reverse("practising:begin", args=[CASE.name])

    practice.browser.post(address, {"again": practice.run.code})
    signed_in(a_person("Zoe Out")).post(address, {"again": practice.run.code})

    own, foreign = Run.objects.exclude(pk=practice.run.pk).order_by("began_at")
    assert own.seed == practice.run.seed
    assert foreign.seed != practice.run.seed


def test_who_facilitates_deletes_all_that_was_said():
    practice = Practice(runs.LISTEN)

    practice.browser.post(practice.at("leave"))

    assert not Run.objects.exists()
    assert not Step.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_cases_asks_the_same_of_any_number_of_meetings(number):
    person = a_person("Femke Visser")
    for case in CASES[:number]:
        begin(case, by=person, at=NOON)
    browser = signed_in(person)
    address = reverse("practising:cases")
    browser.get(address)

    with CaptureQueriesContext(connection) as asked:
        page = browser.get(address).content.decode()

    assert page.count("Go on with it") == number
    assert len(asked) == 4
