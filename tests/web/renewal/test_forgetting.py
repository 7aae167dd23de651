"""After the day nothing a set has said can be read, wherever it lies."""

from datetime import timedelta

import pytest

from askwell.process.commands import WriteNote
from askwell.web.meetings import log
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting, Words
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.queries import current_contract
from askwell.web.renewal import operations, queries, tasks
from askwell.web.renewal.models import HealthCheck
from askwell.web.vault.errors import Shredded
from factories import NOON, an_action, signed_in
from web.meetings.rooms import a_meeting
from web.renewal.meets import decided_to_end
from web.renewal.sealed import WORDS, a_row_of, sealed_fields, sealing_models

pytestmark = pytest.mark.django_db

# Where the key is a person's own, whose it is stands here.
OWN = ("owner_id", "by_id", "person_id")


class Filled:
    """A set that has met, with a row in every table that seals words."""

    def __init__(self) -> None:
        held = a_meeting()
        held.note("ana", WORDS)
        self.meeting = Meeting.objects.get(pk=held.id)
        self.learning_set = LearningSet.objects.get(pk=held.learning_set)
        self.person = Person.objects.get(pk=held.person("ana"))
        self.people = [Person.objects.get(pk=each) for each in (held.people.values())]
        self._close()
        given = {
            LearningSet: self.learning_set,
            Person: self.person,
            Meeting: self.meeting,
        }
        self.rows = []
        for model in sealing_models():
            row = a_row_of(model, dict(given))
            self.rows.append(row)
            # A meeting has one transcript, in which later rows may lie.
            given[model] = row

    def _close(self) -> None:
        Meeting.objects.filter(pk=self.meeting.pk).update(
            opened_at=NOON, closed_at=NOON
        )

    def end_and_forget(self) -> None:
        HealthCheck.objects.filter(closed_at=None).update(closed_at=NOON)
        self.learning_set.renewals.all().delete()
        decided_to_end(self.learning_set, self.people)
        day = queries.days_to_choose(self.learning_set, at=NOON)[0]
        operations.end(self.learning_set, forget_on=day, by=self.person, at=NOON)
        tasks.see_sets_off(at=NOON + timedelta(days=30))

    def readable(self) -> set[str]:
        """The fields of rows that belong to the set and can still be read."""
        return {
            f"{row._meta.label}.{field.name}"
            for row in self.rows
            for field in sealed_fields(type(row))
            if (fresh := type(row)._base_manager.filter(pk=row.pk).first()) is not None
            if field.binding(fresh)[0] == self.learning_set.pk
            if getattr(fresh, field.name) is not None
        }


def of_the_person(rows: list) -> set[str]:
    """Sealed with a key of the person's own, which no set shares."""
    return {
        f"{row._meta.label}.{field.name}"
        for row in rows
        for field in sealed_fields(type(row))
        if field.set_from in OWN
    }


@pytest.fixture
def filled() -> Filled:
    return Filled()


def test_every_table_that_seals_words_is_looked_at(filled):
    before = filled.readable() | of_the_person(filled.rows)

    assert before == {
        f"{model._meta.label}.{field.name}"
        for model in sealing_models()
        for field in sealed_fields(model)
    }


def test_nothing_of_the_set_can_be_read_any_more(filled):
    assert filled.readable()

    filled.end_and_forget()

    assert filled.readable() == set()


def test_no_word_of_its_meetings_can_be_read_any_more(filled):
    words = list(Words.objects.filter(meeting=filled.meeting))
    before = {log.opened(filled.learning_set.pk, each) for each in words}

    filled.end_and_forget()

    after = {log.opened(filled.learning_set.pk, each) for each in words}
    assert WORDS in before
    assert after == {None}


def test_what_is_a_persons_own_stays_theirs(filled):
    own = [
        row
        for row in filled.rows
        if any(field.set_from in OWN for field in sealed_fields(type(row)))
    ]

    filled.end_and_forget()

    assert own
    for row in own:
        fresh = type(row)._base_manager.get(pk=row.pk)
        said = {getattr(fresh, field.name) for field in sealed_fields(type(row))}
        assert said == {WORDS}


def test_the_contract_and_the_summary_are_gone_too(filled):
    filled.end_and_forget()

    assert current_contract(filled.learning_set).words is None
    assert queries.newest_summary(filled.learning_set).words is None


def test_so_is_what_lay_unsealed_for_those_who_were_invited(filled):
    link = "https://video.example/thursdays"
    LearningSet.objects.update(purpose=WORDS, meeting_link=link)
    Meeting.objects.update(link=link)

    filled.end_and_forget()

    filled.learning_set.refresh_from_db()
    left = (filled.learning_set.purpose, filled.learning_set.meeting_link)
    assert left == ("", "")
    assert set(Meeting.objects.values_list("link", flat=True)) == {""}


def test_nothing_more_can_be_written(filled):
    filled.end_and_forget()

    with pytest.raises(Shredded):
        an_action(filled.person, filled.learning_set)


def test_its_rooms_take_in_nothing_more(filled):
    head = Meeting.objects.get(pk=filled.meeting.pk).head
    filled.end_and_forget()

    note = WriteNote(by=str(filled.person.pk), token="after-all", words="Still here?")
    meetings.submit(filled.meeting.pk, note)

    assert Meeting.objects.get(pk=filled.meeting.pk).head == head


@pytest.mark.parametrize("page", ["", "contract/", "people/", "ending/"])
def test_the_pages_of_the_set_can_still_be_opened_and_say_none_of_it(filled, page):
    filled.end_and_forget()

    answer = signed_in(filled.person).get(f"/sets/{filled.learning_set.pk}/{page}")

    assert answer.status_code in (200, 302)
    assert WORDS not in answer.text


@pytest.mark.parametrize("page", ["", "mine/", "review/", "screen/"])
def test_the_pages_of_its_meetings_say_so_where_words_were(filled, page):
    filled.end_and_forget()

    answer = signed_in(filled.person).get(f"/meetings/{filled.meeting.pk}/{page}")

    assert answer.status_code == 200
    assert WORDS not in answer.text
    assert ">None<" not in answer.text
