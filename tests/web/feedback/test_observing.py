"""Observers come by consent, write of the facilitator alone, and sign."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.facilitation.competencies import COMPETENCIES
from askwell.facilitation.evidence import Evidence
from askwell.process.choices import SlotEnd
from askwell.process.events import Left, SlotEnded, StepUndone
from askwell.web.feedback.models import Observation, Watch
from askwell.web.feedback.operations import observing, watching
from askwell.web.feedback.queries.evidence import evidence
from askwell.web.feedback.queries.observing import to_write
from askwell.web.feedback.queries.slots import look_at
from askwell.web.feedback.reading import Rating, ratings_in
from askwell.web.feedback.refusals import NotDoneError, Reason
from askwell.web.feedback.tasks import forget_unsigned
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice
from askwell.web.programmes import queries
from askwell.web.programmes.models import Belonging
from askwell.web.programmes.operations import admit, withdraw_consent
from factories import NOON, a_person, a_programme, an_enrolment, minutes, signed_in
from web.feedback.held import GOOD, Evening, a_draft, a_read, a_signed, a_watch, note

pytestmark = pytest.mark.django_db

SECRET = "Named the working agreement before the first slot."


@pytest.fixture
def watched():
    return Evening(observer=a_person("Olga Petrova"))


def where(name, observation):
    return reverse(f"feedback:{name}", args=[observation.pk])


def opens(person, observation):
    signed_in(person).post(where("opening", observation))


def reads(person, observation):
    page = signed_in(person).get(where("observation", observation), follow=True)
    return page.status_code == 200 and SECRET in page.content.decode()


def with_a_secret():
    return GOOD | {"contracting": Rating(4, SECRET)}


class TestAsking:
    def test_the_set_is_asked_once_the_observer_agrees(self):
        evening, observer = Evening(), a_person("Olga Petrova")
        asked = watching.ask_to_observe(
            evening.learning_set, observer, by=evening.lead, at=NOON
        )
        before = queries.membership_of(observer, evening.learning_set)

        watching.agree(asked, by=observer, at=NOON)

        waiting = queries.membership_of(observer, evening.learning_set)
        assert before is None
        assert (waiting.belonging, waiting.is_waiting) == (Belonging.OBSERVER, True)

    def test_they_are_in_only_when_every_member_has_consented(self):
        evening, observer = Evening(), a_person("Olga Petrova")
        asked = watching.ask_to_observe(
            evening.learning_set, observer, by=evening.lead, at=NOON
        )
        waiting = watching.agree(asked, by=observer, at=NOON)
        for member in evening.people[:-1]:
            admit(waiting, by=member, at=NOON)
        waiting.refresh_from_db()
        before = waiting.is_current

        admit(waiting, by=evening.people[-1], at=NOON)

        waiting.refresh_from_db()
        assert (before, waiting.is_current) == (False, True)

    def test_a_member_of_the_set_cannot_be_its_observer(self):
        evening = Evening()

        with pytest.raises(NotDoneError) as refused:
            watching.ask_to_observe(
                evening.learning_set, evening.presenter, by=evening.lead, at=NOON
            )

        assert refused.value.reason is Reason.MEMBER_ALREADY

    def test_they_are_found_by_address_only_in_a_shared_programme(self):
        evening, observer = Evening(), a_person("Olga Petrova")
        page = reverse("feedback:watching", args=[evening.learning_set.pk])
        browser, form = signed_in(evening.lead), {"email": observer.email}

        unknown = browser.post(page, form)
        programme = a_programme()
        for each in (evening.lead, observer):
            an_enrolment(programme, each)
        known = browser.post(page, form)

        assert (unknown.status_code, known.status_code) == (422, 302)
        assert Watch.objects.get().observer == observer

    def test_members_read_who_would_come_and_that_nothing_is_written_of_them(self):
        evening, observer = Evening(), a_person("Olga Petrova")
        watching.ask_to_observe(
            evening.learning_set, observer, by=evening.lead, at=NOON
        )
        page = reverse("feedback:watching", args=[evening.learning_set.pk])

        read = signed_in(evening.presenter).get(page).content.decode()

        assert "Olga Petrova would watch how Ana Sousa facilitates." in read
        assert "nothing about you" in read

    def test_the_observer_leaves_the_set_when_it_is_over(self, watched):
        asked = a_watch(watched)

        page = reverse("feedback:asked", args=[asked.pk])
        signed_in(watched.observer).post(page, {"act": "end"})

        there = queries.membership_of(watched.observer, watched.learning_set)
        asked.refresh_from_db()
        assert there is None
        assert asked.state == Watch.State.ENDED


class TestTheLog:
    def test_only_a_slot_watched_from_beginning_to_end_can_be_written_about(self):
        evening = Evening(observer=a_person("Olga Petrova"), late=True)
        asked = a_watch(evening)

        with pytest.raises(NotDoneError) as refused:
            observing.begin(
                asked, meeting=evening.meeting, slot=1, by=evening.observer, at=NOON
            )

        assert refused.value.reason is Reason.NOT_THERE
        assert to_write(evening.observer, at=NOON) == []

    def test_only_of_whoever_facilitated_it(self, watched):
        asked = watching.ask_to_observe(
            watched.learning_set, watched.observer, by=watched.presenter, at=NOON
        )
        watching.agree(asked, by=watched.observer, at=NOON)
        asked.refresh_from_db()

        with pytest.raises(NotDoneError) as refused:
            observing.begin(
                asked, meeting=watched.meeting, slot=1, by=watched.observer, at=NOON
            )

        assert refused.value.reason is Reason.NOT_THERE

    def test_nothing_is_signed_that_the_log_no_longer_shows(self, watched):
        draft = a_draft(watched)
        watched.meeting.entries.filter(kind="Arrived").delete()

        with pytest.raises(NotDoneError) as refused:
            observing.sign(draft, by=watched.observer, at=NOON)

        assert refused.value.reason is Reason.NOT_THERE

    def test_who_left_after_the_end_was_undone_has_not_seen_all_of_it(self):
        evening = Evening(observer=a_person("Olga Petrova"))
        lead, watches = str(evening.lead.pk), str(evening.observer.pk)
        facts = {"number": 0, "at": NOON, "person": lead}
        number = evening.meeting.head
        ended = evening.meeting.entries.get(kind="SlotEnded")
        ended.data["step"] = number
        ended.save()
        note(
            evening.meeting,
            [
                StepUndone(**facts, step=number),
                Left(number=0, at=NOON, person=watches),
                SlotEnded(**facts, slot=17, how=SlotEnd.COMPLETED),
            ],
        )

        (slot,) = look_at(evening.meeting).slots

        assert not slot.was_watched_by(evening.observer)


class TestConsent:
    def test_nothing_is_signed_once_a_member_took_back_their_consent(self, watched):
        draft = a_draft(watched)
        withdraw(watched)

        with pytest.raises(NotDoneError) as refused:
            observing.sign(draft, by=watched.observer, at=NOON)

        assert refused.value.reason is Reason.CONSENT_WITHDRAWN

    def test_saying_afterwards_that_it_is_over_brings_nothing_back(self, watched):
        asked = a_watch(watched)
        withdraw(watched)
        watching.end(asked, by=watched.observer, at=NOON + minutes(200))

        with pytest.raises(NotDoneError) as refused:
            observing.begin(
                asked, meeting=watched.meeting, slot=1, by=watched.observer, at=NOON
            )

        assert refused.value.reason is Reason.CONSENT_WITHDRAWN
        assert to_write(watched.observer, at=NOON + minutes(100)) == []

    def test_a_meeting_is_not_watched_in_hindsight(self, watched):
        Meeting.objects.update(opened_at=NOON - minutes(1))
        watched.meeting.refresh_from_db()
        asked = a_watch(watched)

        with pytest.raises(NotDoneError) as refused:
            observing.begin(
                asked, meeting=watched.meeting, slot=1, by=watched.observer, at=NOON
            )

        assert refused.value.reason is Reason.NOT_YOURS_TO_DO

    def test_members_read_it_where_the_observer_was_in_the_set_before(self, watched):
        a_watch(watched)

        page = reverse("feedback:watching", args=[watched.learning_set.pk])
        told = Notice.objects.filter(path=page)
        assert {each.person for each in told} == set(watched.people)

    def test_what_is_never_signed_is_deleted(self, watched):
        draft = a_draft(watched)
        soon, late = NOON + timedelta(days=59), draft.lapses_at
        kept = forget_unsigned(at=soon)

        assert (kept, forget_unsigned(at=late)) == (0, 1)

    def test_what_may_not_be_signed_is_deleted_and_what_was_signed_stays(self, watched):
        draft = a_draft(watched)
        withdraw(watched)

        assert forget_unsigned(at=NOON) == 1
        Observation.objects.create(
            person=watched.lead,
            observer=watched.observer,
            set_key=draft.set_key,
            meeting_key=draft.meeting_key,
            slot=1,
            signed_at=NOON,
        )
        assert forget_unsigned(at=draft.lapses_at) == 0


def withdraw(evening):
    there = queries.membership_of(evening.observer, evening.learning_set)
    withdraw_consent(there, by=evening.presenter, at=NOON + minutes(120))


class TestSigning:
    def test_the_page_offers_the_slot_and_keeps_a_draft(self, watched):
        asked = a_watch(watched)
        browser = signed_in(watched.observer)
        begin = reverse("feedback:beginning", args=[asked.pk, watched.meeting.pk, 1])

        offered = to_write(watched.observer, at=NOON + minutes(100))
        answer = browser.post(begin)
        browser.post(
            answer.url, {"contracting": "2", "contracting_seen": SECRET, "act": "keep"}
        )

        kept = ratings_in(Observation.objects.get().ratings)
        assert [each.slot.number for each in offered] == [1]
        assert kept == {"contracting": Rating(2, SECRET)}

    def test_all_ten_need_something_and_a_number_needs_a_sentence(self, watched):
        draft = a_draft(watched, GOOD | {"handing_over": Rating(3, "")})

        with pytest.raises(NotDoneError) as refused:
            observing.sign(draft, by=watched.observer, at=NOON)

        assert refused.value.reason is Reason.RATE_ALL

    def test_what_was_typed_stays_when_it_cannot_be_signed(self, watched):
        draft = a_draft(watched)
        form = {"contracting": "2", "contracting_seen": SECRET, "act": "sign"}

        refused = signed_in(watched.observer).post(where("writing", draft), form)

        assert refused.status_code == 422
        assert SECRET in refused.content.decode()

    def test_signing_on_the_page_tells_whom_it_is_about(self, watched):
        draft = a_draft(watched)
        form = {each.name: "3" for each in COMPETENCIES} | {
            f"{each.name}_seen": "Waited." for each in COMPETENCIES
        }

        signed_in(watched.observer).post(
            where("writing", draft), form | {"act": "sign"}
        )

        draft.refresh_from_db()
        told = Notice.objects.get(kind=Notice.Kind.OBSERVED)
        assert draft.is_signed
        assert (told.person, told.path) == (watched.lead, where("observation", draft))

    def test_it_is_corrected_until_it_has_been_read(self, watched):
        signed = a_signed(watched, with_a_secret())
        browser = signed_in(watched.observer)
        browser.post(where("correction", signed))
        signed.refresh_from_db()
        taken_back = not signed.is_signed
        observing.sign(signed, by=watched.observer, at=NOON)
        reads(watched.lead, signed)
        browser.post(where("correction", signed))
        looked_at_only = not Observation.objects.get().is_signed
        observing.sign(signed, by=watched.observer, at=NOON)
        opens(watched.lead, signed)

        browser.post(where("correction", signed))

        signed.refresh_from_db()
        assert (taken_back, looked_at_only, signed.is_signed) == (True, True, True)

    def test_it_counts_for_nobody_before_it_has_been_opened(self, watched):
        signed = a_signed(watched, with_a_secret())
        people = (watched.lead, watched.observer)
        before = [list(evidence(each)) for each in people]
        unread = reads(watched.lead, signed)
        owner = signed_in(watched.lead)
        shown = owner.post(where("showing", signed), {"to": "observer"})

        opens(watched.observer, signed)
        by_another = Observation.objects.get().seen_at
        opens(watched.lead, signed)

        assert (before, unread, shown.status_code) == ([[], []], False, 404)
        assert by_another is None
        assert reads(watched.lead, signed)
        assert [len(list(evidence(each))) for each in people] == [1, 1]


class TestReading:
    def test_a_draft_is_read_by_the_observer_alone(self, watched):
        draft = a_draft(watched, with_a_secret())

        readers = [
            each
            for each in (watched.lead, watched.observer, watched.presenter)
            if reads(each, draft)
        ]

        assert readers == [watched.observer]

    def test_what_is_signed_is_read_by_whom_it_is_about_alone(self, watched):
        signed = a_read(watched, with_a_secret())

        readers = [
            each
            for each in (watched.lead, watched.observer, watched.presenter)
            if reads(each, signed)
        ]

        assert readers == [watched.lead]

    def test_the_owner_shows_it_and_takes_that_back(self, watched):
        signed = a_read(watched, with_a_secret())
        browser = signed_in(watched.lead)

        browser.post(where("showing", signed), {"to": "observer"})
        shown = reads(watched.observer, signed)
        browser.post(reverse("feedback:hiding", args=[signed.pk, watched.observer.pk]))

        assert (shown, reads(watched.observer, signed)) == (True, False)

    def test_a_supervisor_reads_it_by_consent_with_what_is_said_to_it(self, watched):
        signed, supervisor = a_read(watched, with_a_secret()), a_person("Sue Park")
        programme = a_programme()
        for each in (watched.lead, supervisor):
            an_enrolment(programme, each)
        browser = signed_in(watched.lead)

        browser.post(where("reply", signed), {"words": "I had not noticed."})
        browser.post(where("showing", signed), {"email": supervisor.email})

        page = signed_in(supervisor).get(where("observation", signed))
        assert SECRET in page.content.decode()
        assert "I had not noticed." in page.content.decode()


class TestEvidence:
    def test_it_meets_with_three_or_more_on_every_must_have(self, watched):
        a_read(watched)

        items = list(evidence(watched.lead))

        assert [(each.kind, each.meets) for each in items] == [
            (Evidence.OBSERVED_SLOT, True)
        ]

    def test_what_was_not_seen_meets_nothing(self, watched):
        a_read(watched, GOOD | {"holding_silence": Rating(None)})

        assert [each.meets for each in evidence(watched.lead)] == [False]

    def test_left_out_of_the_passport_it_counts_for_the_observer_alone(self, watched):
        signed = a_read(watched)

        signed_in(watched.lead).post(where("leaving_out", signed), {"left_out": "yes"})

        assert list(evidence(watched.lead)) == []
        assert [each.kind for each in evidence(watched.observer)] == [
            Evidence.OBSERVED_OTHERS
        ]

    def test_a_draft_is_no_evidence(self, watched):
        a_draft(watched)

        assert list(evidence(watched.lead)) == []


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_however_long_it_is(
    number, watched, django_assert_num_queries
):
    signed = a_read(watched)
    for slot in range(2, number + 1):
        Observation.objects.create(
            person=watched.lead,
            observer=watched.observer,
            set_key=signed.set_key,
            meeting_key=signed.meeting_key,
            slot=slot,
            signed_at=NOON,
        )
    browser = signed_in(watched.lead)
    browser.get(reverse("feedback:observations"))

    with django_assert_num_queries(8):
        browser.get(reverse("feedback:observations"))


class TestTheWayThere:
    def test_an_observer_let_in_is_led_to_the_next_meeting_and_what_is_agreed(
        self, watched
    ):
        at = timezone.now() + timedelta(days=3)
        a_watch(watched)
        held = watched.meeting
        coming = Meeting.objects.create(
            learning_set=watched.learning_set,
            format=held.format,
            booked_minutes=held.booked_minutes,
            starts_at=at,
        )

        page = signed_in(watched.observer).get(reverse("feedback:observations"))

        text = page.content.decode()
        assert reverse("meetings:room", args=[coming.pk]) in text
        assert reverse("programmes:contract", args=[watched.learning_set.pk]) in text

    def test_whoever_facilitates_is_led_to_asking_in_each_of_their_sets(self):
        evening = Evening()
        to_ask = reverse("feedback:watching", args=[evening.learning_set.pk])

        mine = signed_in(evening.lead).get(reverse("feedback:observations"))
        theirs = signed_in(a_person()).get(reverse("feedback:observations"))

        assert to_ask in mine.content.decode()
        assert to_ask not in theirs.content.decode()
        assert "Once you facilitate a set" in theirs.content.decode()
