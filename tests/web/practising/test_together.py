"""Several trainees in one practice meeting, on its pages."""

import pytest
from django.urls import reverse

from askwell.practice.cases import case_named
from askwell.practice.moves import Does, Move
from askwell.web.practising.models import Run, Seat
from askwell.web.practising.operations.runs import act, begin
from askwell.web.practising.operations.together import sit_down
from askwell.web.practising.queries.runs import moves_of
from askwell.web.vault import operations as vault
from factories import NOON, a_person, signed_in

pytestmark = pytest.mark.django_db

CASE = case_named("un_mentoring")
QUESTION = "What does Tuesday ask of the heron?"


class Together:
    """Femke facilitates, Tomasz came in after the first step."""

    def __init__(self) -> None:
        self.femke, self.tomasz = a_person("Femke Visser"), a_person("Tomasz Nowak")
        self.run = begin(CASE, by=self.femke, at=NOON)
        Run.objects.filter(pk=self.run.pk).update(seed=1)
        self.run.refresh_from_db()
        self.listens(self.femke)
        sit_down(self.run, by=self.tomasz, at=NOON)

    def listens(self, by, times: int = 1) -> None:
        self.does(*[Move(Does.LISTEN, str(by.pk))] * times, by=by)

    def does(self, *moves: Move, by) -> None:
        for move in moves:
            act(self.run, move, after=self.run.steps.count(), by=by, at=NOON)

    def at(self, name: str, *more: str) -> str:
        return reverse(f"practising:{name}", args=[self.run.pk, *more])

    def posts(self, by, name: str, *more: str, **form: object):
        form.setdefault("after", self.run.steps.count())
        return signed_in(by).post(self.at(name, *more), form)

    def sees(self, by, name: str = "room") -> str:
        return signed_in(by).get(self.at(name)).content.decode()

    def explore(self) -> None:
        on = Move(Does.MOVE_ON, str(self.femke.pk))
        self.listens(self.femke)
        self.does(on, by=self.femke)
        self.listens(self.femke)
        self.does(on, by=self.femke)

    def hands_over(self) -> None:
        tomasz = str(self.tomasz.pk)
        move = Move(Does.HAND_OVER, str(self.femke.pk), about=tomasz)
        self.does(move, by=self.femke)


def test_who_comes_in_later_watches_and_asks():
    practice = Together()
    practice.explore()

    asked = practice.posts(practice.tomasz, "step", "ask", words=QUESTION)

    assert asked.status_code == 302
    assert QUESTION in practice.sees(practice.femke)
    assert "watches and asks" in practice.sees(practice.femke)
    assert Seat.objects.get(person=practice.tomasz).place == ""


def test_the_address_says_that_it_is_going_on():
    practice = Together()
    address = reverse("practising:seat", args=[practice.run.code])

    page = signed_in(a_person("Zoe Out")).get(address).content.decode()

    assert "it is going on" in page
    assert QUESTION not in page


def test_nobody_comes_into_a_meeting_that_is_over():
    practice = Together()
    Run.objects.update(ended_at=NOON)
    address = reverse("practising:seat", args=[practice.run.code])

    answer = signed_in(a_person("Zoe Out")).post(address)

    assert answer.status_code == 409
    assert Seat.objects.count() == 2


def test_at_most_eight_sit_in_one_meeting():
    practice = Together()
    for number in range(7):
        address = reverse("practising:seat", args=[practice.run.code])
        last = signed_in(a_person(f"Number {number}")).post(address)

    assert last.status_code == 409
    assert Seat.objects.count() == 8


def test_the_facilitators_seat_is_passed_and_told_in_the_look_back():
    practice = Together()
    tomasz = str(practice.tomasz.pk)

    passed = practice.posts(practice.femke, "step", "hand_over", about=tomasz)
    refused = practice.posts(practice.femke, "step", "listen")
    goes_on = practice.posts(practice.tomasz, "step", "listen")

    assert [each.status_code for each in (passed, refused, goes_on)] == [302, 422, 302]
    page = practice.sees(practice.femke, "debrief")
    assert "Who facilitated" in page
    assert "Tomasz Nowak: <a" in page


@pytest.mark.parametrize("about", ["", "grant", "nobody", "0"])
def test_the_seat_goes_to_nobody_who_is_not_there(about):
    practice = Together()

    answer = practice.posts(practice.femke, "step", "hand_over", about=about)

    assert answer.status_code == 422
    assert practice.run.steps.count() == 2


def test_a_look_back_is_each_ones_own_to_show():
    practice = Together()
    practice.hands_over()
    practice.listens(practice.tomasz)
    of_femke = practice.at("debrief") + f"?of={practice.femke.pk}"
    browser = signed_in(practice.tomasz)

    before = browser.get(of_femke).content.decode()
    practice.posts(practice.femke, "sharing", shows="yes")
    after = browser.get(of_femke).content.decode()

    assert "This is Femke Visser’s look back" not in before
    assert "This is Femke Visser’s look back" in after


def test_nobody_takes_back_what_another_said():
    practice = Together()
    practice.explore()
    practice.posts(practice.tomasz, "step", "ask", words=QUESTION)

    refused = practice.posts(practice.femke, "undo")
    offered = "/undo/" in practice.sees(practice.femke)
    own = practice.posts(practice.tomasz, "undo")

    assert (refused.status_code, offered, own.status_code) == (409, False, 302)
    assert QUESTION not in practice.sees(practice.femke)


def test_two_who_press_at_once_are_one_step():
    practice = Together()
    practice.explore()
    after = practice.run.steps.count()

    practice.posts(practice.tomasz, "step", "ask", words=QUESTION, after=after)
    answer = practice.posts(practice.femke, "step", "listen", after=after)

    assert answer.status_code == 302
    assert practice.run.steps.count() == after + 1


def test_who_came_in_stays_as_the_meeting_needs_them():
    practice = Together()

    practice.posts(practice.tomasz, "leave")

    assert Run.objects.count() == 1
    assert Seat.objects.count() == 2


def test_together_again_the_next_facilitates_and_it_begins_once():
    practice = Together()
    Run.objects.update(ended_at=NOON)

    practice.posts(practice.femke, "again")
    practice.posts(practice.tomasz, "again")

    new = Run.objects.get(steps__isnull=True)
    places = {seat.person_id: seat.place for seat in new.seats.all()}
    assert places[practice.tomasz.pk] == "facilitator"
    assert places[practice.femke.pk] == "grant"
    assert new.seed != practice.run.seed or new.pk != practice.run.pk


def test_words_that_were_destroyed_are_a_moment_of_listening():
    practice = Together()
    practice.explore()
    practice.posts(practice.tomasz, "step", "ask", words=QUESTION)
    vault.shred_author(practice.tomasz.pk, practice.tomasz.pk, at=NOON)

    page = practice.sees(practice.femke)

    assert QUESTION not in page
    assert [each.by for each in moves_of(practice.run)] == [str(practice.femke.pk)] * 7
    assert moves_of(practice.run)[-1] == Move(Does.LISTEN, str(practice.femke.pk))


def test_a_meeting_outlives_the_account_of_one_who_asked():
    practice = Together()
    practice.explore()
    practice.posts(practice.tomasz, "step", "ask", words=QUESTION)
    practice.listens(practice.femke)
    practice.run.steps.filter(person=practice.tomasz).delete()
    practice.run.seats.filter(person=practice.tomasz).delete()

    room = signed_in(practice.femke).get(practice.at("room"))

    assert room.status_code == 200
    assert signed_in(practice.femke).get(practice.at("debrief")).status_code == 200
