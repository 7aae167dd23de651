"""What a visitor sees of the sets' lives between their meetings."""

import re
from collections import Counter
from datetime import datetime, timedelta
from html import unescape

import pytest

from askwell.web.actions.models import ProgressNote, Reminder, ReportBack, Scale
from askwell.web.calendar.operations.telling import tell_all
from askwell.web.coaching.models import Correction
from askwell.web.demo import operations, people
from askwell.web.demo.cast import SETS, CastSet
from askwell.web.demo.naming import id_of
from askwell.web.learning.queries import loop_of
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice
from askwell.web.people.queries import board_of
from askwell.web.planning.models import Booking, Swap
from askwell.web.planning.queries import open_polls, upcoming
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.queries import current_contract, host_of, takes_turns
from askwell.web.renewal.queries import former_looks, last_decision, open_check
from askwell.web.transcripts.models import Asked, Transcript
from askwell.web.worker import TASKS
from factories import signed_in
from web.demo.conftest import NOW

Kind = Notice.Kind


def the_set(key: str) -> LearningSet:
    return LearningSet.objects.get(pk=id_of("set", key))


def read(person: str, path: str) -> str:
    """The words of a page, as one of the cast reads them."""
    answer = signed_in(people.person(person)).get(path, follow=True)
    assert answer.status_code == 200, (path, answer.status_code)
    main = answer.text.partition("<main")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", f"<main{main}")).split())


def hosts(key: str) -> str:
    host = host_of(the_set(key))
    return host.person.name if host else ""


class TestHarbourLane:
    def test_has_planned_its_year_on_the_clocks_of_london(
        self, demonstration: datetime
    ) -> None:
        coming = upcoming(the_set("harbour-lane"), at=NOW)

        assert len(coming) == 7
        assert {f"{one.at_home:%A %H:%M}" for one in coming} == {"Tuesday 14:00"}
        assert {one.home.key for one in coming} == {"Europe/London"}
        assert all(one.meeting.starts_at > NOW for one in coming)

    def test_tells_bengaluru_that_its_hour_moves(self, demonstration: datetime) -> None:
        words = read("Meera", f"/sets/{id_of('set', 'harbour-lane')}/dates/")

        assert "On 5 November, 17 December their clock shows 19:30" in words
        assert "instead of 18:30" in words

    def test_has_shared_out_its_turns_and_somebody_would_swap(
        self, demonstration: datetime
    ) -> None:
        booked = Booking.objects.filter(meeting__learning_set=the_set("harbour-lane"))
        swap = Swap.objects.get(answered_at=None)

        turns = Counter(one.person.name for one in booked.select_related("person"))

        assert sorted(turns.values()) == [2, 2, 2, 2, 3, 3]
        assert "Delroy Campbell" not in turns
        assert booked.filter(state=Booking.State.TAKEN).count() == 3
        assert swap.mine.person.name == "Femke de Vries"
        assert "Femke de Vries" in read(
            "Tomasz", f"/sets/{id_of('set', 'harbour-lane')}/turns/"
        )

    def test_knows_who_comes_to_the_next_meeting(self, demonstration: datetime) -> None:
        words = read("Leila", f"/sets/{id_of('set', 'harbour-lane')}/")

        assert "4 of 7 are coming. Cannot come: Femke de Vries." in words
        assert "presenting: Leila Haddad, Rukhsana Malik" in words
        assert "The meeting is on" in words

    def test_shows_its_facilitator_what_kinds_of_turns_it_takes(
        self, demonstration: datetime
    ) -> None:
        room = f"/meetings/{Meeting.objects.in_progress().get().pk}/"

        leads, asks = read("Delroy", room), read("Tomasz", room)

        assert "Written Of 15 turns:" in leads
        assert "Counted by hand Of 6 turns: 3 open questions" in leads
        assert "On: Whoever facilitates sees what kinds of turns we take." in asks
        assert "Of 15 turns" not in asks

    def test_has_a_host(self, demonstration: datetime) -> None:
        assert hosts("harbour-lane") == "Rukhsana Malik"


class TestThirdThursday:
    def test_has_had_a_transcript_read_by_everybodys_yes(
        self, demonstration: datetime
    ) -> None:
        meeting = the_set("third-thursday").meetings.held().order_by("closed_at")[1]

        words = read("Ewan", f"/meetings/{meeting.pk}/transcript/")

        assert "How we asked, and listened" in words
        assert "Right. So, companies ring up" in words
        assert "6 voices" in words

    def test_takes_turns_by_its_own_vote(self, demonstration: datetime) -> None:
        ledger = read("Grace", f"/sets/{id_of('set', 'third-thursday')}/ledger/")

        assert takes_turns(the_set("third-thursday"))
        assert hosts("third-thursday") == "Sina Leota"
        assert "Shall we take turns facilitating? The set said yes." in ledger
        assert "Sina Leota is the host." in ledger

    def test_looks_for_a_date_that_some_have_answered(
        self, demonstration: datetime
    ) -> None:
        (poll,) = open_polls(the_set("third-thursday"))
        front, page = read("Grace", "/"), read("Grace", f"/polls/{poll.pk}/")

        voices = poll.voices.select_related("person")
        answered = {one.person.name for one in voices if one.person}
        assert poll.dates.count() == 3
        assert answered == {
            "Darren Tuckwell",
            "Ewan Macrae",
            "Sina Leota",
            "Siobhan Kearney",
        }
        assert "Say which dates suit you" in front
        # Two in the afternoon in London is not that in Nairobi.
        assert "14:00" not in page

    def test_has_worded_its_agreement_anew(self, demonstration: datetime) -> None:
        set_id = id_of("set", "third-thursday")
        newest = current_contract(the_set("third-thursday"))
        versions = read("Darren", f"/sets/{set_id}/contract/versions/")

        assert newest is not None
        assert newest.version == 2
        assert (newest.words or "").endswith(
            "Whoever holds the chair says so aloud before asking a question."
        )
        assert "Ewan Macrae proposed other words." in versions

    def test_has_somebody_who_prepares_for_the_turn_they_took(
        self, demonstration: datetime
    ) -> None:
        (coming,) = upcoming(the_set("third-thursday"), at=NOW)
        page = read("Siobhan", f"/meetings/{coming.meeting.pk}/preparation/")

        assert [one.name for one in coming.presenters] == [
            "Grace Wanjiru Mwangi",
            "Siobhan Kearney",
        ]
        assert "reading group that will not be handed over" in page

    def test_shows_an_owner_what_they_note_of_their_action(
        self, demonstration: datetime
    ) -> None:
        scale, reminder = Scale.objects.get(), Reminder.objects.get()
        page = read("Sina", scale.action.get_absolute_url())

        assert "I ask once, and leave it with her." in page
        assert "let me see your face when you mean it" in page
        assert ProgressNote.objects.count() == 2
        assert reminder.action.owner.name == "Park Jun-ho"
        assert reminder.due_at == NOW + timedelta(days=7)


class TestCalderwickLeaders:
    def test_have_looked_at_themselves_in_words(self, demonstration: datetime) -> None:
        (look,) = former_looks(the_set("calderwick-leaders"))
        words = read("Yusuf", f"/sets/{id_of('set', 'calderwick-leaders')}/health/")

        assert look.after_meetings == 5
        assert {str(one.level.label) for one in look.findings} == {
            "Goes well",
            "Could be better",
            "Needs our care",
        }
        assert "We see this differently." in words
        assert open_check(the_set("calderwick-leaders")) is None

    def test_have_decided_to_go_on_otherwise(self, demonstration: datetime) -> None:
        leaders = the_set("calderwick-leaders")
        decided = last_decision(leaders)
        front = read("Cathal", f"/sets/{leaders.pk}/")

        assert decided is not None
        assert (decided.decision, decided.meetings) == ("change", 2)
        assert takes_turns(leaders)
        assert leaders.dial == LearningSet.Dial.ON_CALL
        assert hosts("calderwick-leaders") == "Cathal Ó Briain"
        assert "Twice a year, no facilitator, the chair by rota." in front
        assert "You take turns facilitating." in front

    def test_have_agreed_to_other_words_and_met_their_dates(
        self, demonstration: datetime
    ) -> None:
        leaders = the_set("calderwick-leaders")
        contract = read("Kwabena", f"/sets/{leaders.pk}/contract/")
        coming = upcoming(leaders, at=NOW)

        assert "Twice a year, two mornings" in contract
        assert "Six meetings, then" not in contract
        assert [f"{one.at_home:%A %H:%M}" for one in coming] == ["Wednesday 09:30"] * 2

    def test_ask_whether_a_transcript_may_be_read(
        self, demonstration: datetime
    ) -> None:
        transcript = Transcript.objects.get(upload=None)
        step = "A transcript of this meeting: may it be read?"

        fronts = {key: read(key, "/") for key in ("Cathal", "Kwabena", "Yusuf")}

        silent = Asked.objects.silent().filter(transcript=transcript)
        assert {one.person.name for one in silent.select_related("person")} == {
            "Cathal Ó Briain",
            "Kwabena Osei",
            "Leila Haddad",
        }
        assert [key for key, front in fronts.items() if step in front] == [
            "Cathal",
            "Kwabena",
        ]

    def test_have_somebody_who_means_it_otherwise(
        self, demonstration: datetime
    ) -> None:
        words = read("Cathal", "/record/questions/")

        authors = Correction.objects.values_list("author__name", flat=True)
        assert set(authors) == {"Cathal Ó Briain"}
        assert words.count("You mean it as") == len(authors)

    def test_see_who_took_a_copy(self, demonstration: datetime) -> None:
        ledger = read("Rukhsana", f"/sets/{id_of('set', 'calderwick-leaders')}/ledger/")

        assert "Yusuf Demir took a copy" in ledger


@pytest.mark.parametrize("key", ["Cathal", "Darren", "Siobhan"])
def test_the_coach_hears_questions_of_many_kinds(
    demonstration: datetime, key: str
) -> None:
    asked = loop_of(people.person(key)).heard.occasions

    sorts = {each.sort for one in asked for each in one.questions}

    assert len(sorts) >= 3


def test_what_was_reported_answers_all_four_questions(demonstration: datetime) -> None:
    told = ReportBack.objects.all()

    assert len(told) == 15
    assert all(
        one.did and one.happened and one.learned and one.still_open for one in told
    )


def test_the_boards_show_what_is_new_and_no_more(demonstration: datetime) -> None:
    unread = Notice.objects.unread().select_related("person").order_by("kind")

    new = [(one.kind, one.person.name) for one in unread if one.person]

    assert sorted(new) == [
        (Kind.ADMITTED, "Ewan Macrae"),
        (Kind.DATES_ASKED, "Darren Tuckwell"),
        (Kind.DATES_ASKED, "Ewan Macrae"),
        (Kind.DATES_ASKED, "Grace Wanjiru Mwangi"),
        (Kind.DATES_ASKED, "Park Jun-ho"),
        (Kind.DATES_ASKED, "Siobhan Kearney"),
        (Kind.NEEDED, "Graham Pell"),
        (Kind.NEEDED, "Nadia Benslimane"),
        (Kind.SWAP_ASKED, "Tomasz Wieczorek"),
        (Kind.TRAINING, "Darren Tuckwell"),
        (Kind.TRANSCRIPT_ASKED, "Cathal Ó Briain"),
        (Kind.TRANSCRIPT_ASKED, "Delroy Campbell"),
        (Kind.TRANSCRIPT_ASKED, "Kwabena Osei"),
        (Kind.TRANSCRIPT_ASKED, "Leila Haddad"),
        (Kind.TRANSCRIPT_ASKED, "Rukhsana Malik"),
        (Kind.TRANSCRIPT_ASKED, "Yusuf Demir"),
    ]
    assert "Femke de Vries" in read("Tomasz", "/notices/")


def test_what_the_worker_does_next_tells_nobody_of_the_cast_anything(
    demonstration: datetime,
) -> None:
    before = set(Notice.objects.values_list("pk", flat=True))

    done = {task.name: task.run(at=NOW) for task in TASKS}

    assert {name for name, number in done.items() if number} == set()
    assert set(Notice.objects.values_list("pk", flat=True)) == before


def test_calendars_know_every_meeting_to_come(demonstration: datetime) -> None:
    assert Meeting.objects.to_come().count() == 7 + 1 + 2
    assert tell_all(at=NOW) == 0


def test_no_board_holds_more_than_can_be_read(demonstration: datetime) -> None:
    boards = {key: len(board_of(people.person(key))) for key in everyone()}

    assert max(boards.values()) < 25


def everyone() -> set[str]:
    return {key for each in SETS for key in each.everyone}


@pytest.mark.parametrize("cast_set", SETS, ids=lambda each: each.key)
def test_whoever_looks_sees_every_page_of_their_set(
    demonstration: datetime, cast_set: CastSet
) -> None:
    own = f"/sets/{id_of('set', cast_set.key)}/"
    pages = (
        "",
        "dates/",
        "turns/",
        "people/",
        "roles/",
        "contract/",
        "contract/versions/",
    )
    more = ("ledger/", "log/", "health/", "going-on/", "ending/")

    for member in cast_set.seated[:3]:
        for page in (*pages, *more):
            assert read(member, own + page)


@pytest.mark.django_db
def test_a_set_that_begins_anew_takes_its_notices_along() -> None:
    operations.load(at=NOW)

    operations.load(at=NOW + timedelta(days=1))

    meetings = {str(one) for one in Meeting.objects.values_list("pk", flat=True)}
    about = Notice.objects.filter(path__startswith="/meetings/")
    assert {one.path.split("/")[2] for one in about} <= meetings
    assert Counter(one.kind for one in about) == {Kind.CONVENED: 69}
    assert about.unread().count() == 0
