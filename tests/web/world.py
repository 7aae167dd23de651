"""A small world: a set, and one person in every relation to it."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from askwell.transcripts import parse
from askwell.web.actions import operations as action_operations
from askwell.web.actions.models import Action, ProgressNote, Reminder
from askwell.web.coaching.models import Correction, Donation
from askwell.web.enrolments.models import Draft, Enrolment
from askwell.web.intake.models import Intake
from askwell.web.integrations.models import Webhook
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.planning.models import Booking, DatePoll, Swap
from askwell.web.planning.operations import ask_for_dates
from askwell.web.programmes import operations, queries
from askwell.web.programmes.models import (
    Belonging,
    Cohort,
    Competitors,
    Invitation,
    LearningSet,
    Office,
    Partner,
    Programme,
    SetMembership,
    Vote,
)
from askwell.web.start.models import Beginning
from askwell.web.start.operations import begin
from askwell.web.stories.models import Named, Offer, Say
from askwell.web.topics.models import Topic
from askwell.web.transcripts import casting, sealing
from askwell.web.transcripts.casting import Part
from askwell.web.transcripts.models import Asked, Transcript, Upload
from factories import (
    a_cohort,
    a_partner,
    a_person,
    a_place,
    a_programme,
    a_set,
    a_topic,
    an_action,
    an_enrolment,
    an_organisation,
    holds_office,
    is_in,
    signed_in,
)

WORDS = "The words of Tuesday herons, which nobody else may read."

ROLES = (
    "anonymous",
    "outsider",
    "colleague",
    "manager",
    "staff",
    "ex_member",
    "waiting",
    "guest",
    "observer",
    "member",
    "facilitator",
    # Of the programme the set was put together in, and in none of its sets.
    "programme_manager",
    "partner_manager",
    "other_manager",
    "sponsor",
    "enrolled",
)


# Those who were at its meetings, one of whom has left since.
ASKED = ("ex_member", "guest", "observer", "member", "facilitator")


@dataclass
class World:
    """A set with its people, and others who would like to know what is said in it."""

    learning_set: LearningSet
    people: dict[str, Person]
    link: Invitation
    invitation: Invitation
    action: Action
    progress: ProgressNote
    reminder: Reminder
    topic: Topic
    meeting: Meeting
    poll: DatePoll
    booking: Booking
    swap: Swap
    notice: Notice
    webhook: Webhook
    vote: Vote
    beginning: Beginning
    programme: Programme
    cohort: Cohort
    partner: Partner
    enrolment: Enrolment
    competitors: Competitors
    draft: Draft
    correction: Correction
    asked_about: Transcript
    read: Transcript
    offer: Offer
    browsers: dict[str, Client] = field(default_factory=dict)

    def membership(self, role: str) -> SetMembership:
        found = queries.membership_of(self.people[role], self.learning_set)
        assert found is not None
        return found


def a_world() -> World:
    """The member's manager and colleague share an organisation with the member.

    The outsider is in a set of their own; staff look after the server.
    """
    people = {role: a_person(role.replace("_", " ").title()) for role in ROLES[1:]}
    people["staff"].is_staff = True
    people["staff"].save()
    house = an_organisation()
    top = a_place(people["manager"], house, level=4)
    a_place(people["member"], house, manager=top)
    a_place(people["colleague"], house, manager=top)
    a_set(people["outsider"], name="Another set")
    learning_set = a_set(
        people["facilitator"],
        people["member"],
        facilitator=people["facilitator"],
        guests=[people["guest"]],
        name="Tuesday herons",
        words=WORDS,
    )
    is_in(learning_set, people["waiting"], joined_at=None, belonging=Belonging.GUEST)
    is_in(learning_set, people["observer"], belonging=Belonging.OBSERVER)
    now, by = timezone.now(), people["facilitator"]
    is_in(learning_set, people["ex_member"], left_at=now - timedelta(days=1))
    beginning = begin(
        set_id=uuid4(), name="Half begun", meant_for="peers", purpose="", by=by, at=now
    )
    is_in(beginning.learning_set, people["member"])
    action = an_action(people["member"], learning_set, words=WORDS)
    meeting, later = (
        Meeting.objects.create(
            learning_set=learning_set,
            format="classic_uk",
            booked_minutes=150,
            starts_at=now + timedelta(days=days),
        )
        for days in (1, 8)
    )
    programme, cohort, partner = a_programme_around(learning_set, people)
    booking = Booking.objects.create(meeting=meeting, person=people["member"])
    return World(
        learning_set=learning_set,
        people=people,
        link=operations.open_link(
            learning_set, belonging=Belonging.GUEST, by=by, at=now
        ),
        invitation=operations.invite(
            learning_set, email="new@people.example", by=by, at=now
        ),
        action=action,
        progress=action_operations.keep_note(
            action, by=people["member"], words=WORDS, at=now
        ),
        reminder=action_operations.remind(
            action, by=people["member"], due_at=now + timedelta(days=2), at=now
        ),
        topic=a_topic(people["member"], WORDS),
        vote=operations.open_vote(learning_set, Vote.Kind.TURNS, by=by, at=now),
        meeting=meeting,
        poll=ask_for_dates(
            learning_set, dates=[now + timedelta(days=9)], minutes=90, by=by, at=now
        ),
        booking=booking,
        swap=Swap.objects.create(
            mine=Booking.objects.create(meeting=later, person=by), theirs=booking
        ),
        notice=post_notice(
            kind=Notice.Kind.SOON, path="/", person=people["member"], at=now
        ),
        webhook=Webhook.objects.create(
            learning_set=learning_set,
            service="slack",
            address="https://hooks.slack.com/services/T0/B0/world",
        ),
        beginning=beginning,
        programme=programme,
        cohort=cohort,
        partner=partner,
        enrolment=an_answer(programme, people["enrolled"], partner),
        competitors=Competitors.objects.create(
            programme=programme, one=programme.partners.first(), other=partner
        ),
        draft=Draft.objects.create(
            programme=programme,
            by=people["programme_manager"],
            table='{"headings": [], "lines": [], "sheet": "", "set_aside": []}',
            choices="{}",
        ),
        correction=a_correction(meeting, people["member"]),
        asked_about=a_transcript(meeting, people, agreed=("facilitator",)),
        read=put_in(a_transcript(later, people, agreed=ASKED), people["member"]),
        offer=an_offer(learning_set, programme, people),
        browsers={"anonymous": Client()}
        | {role: signed_in(person) for role, person in people.items()},
    )


def a_programme_around(
    learning_set: LearningSet, people: dict[str, Person]
) -> tuple[Programme, Cohort, Partner]:
    """The set was put together in it; its member and one more person take part.

    The partner's manager speaks for the employer of the enrolled person, the other
    manager for an organisation that has nobody in it.
    """
    programme = a_programme(people["programme_manager"])
    partner = a_partner(programme, people["partner_manager"])
    a_partner(programme, people["other_manager"])
    holds_office(programme, people["sponsor"], kind=Office.Kind.SPONSOR)
    cohort = a_cohort(programme)
    an_enrolment(programme, people["member"])
    learning_set.cohort = cohort
    learning_set.save()
    return programme, cohort, partner


def an_answer(programme: Programme, person: Person, partner: Partner) -> Enrolment:
    """Somebody who takes part and has said what they would bring."""
    enrolment = an_enrolment(programme, person, partner=partner)
    Intake.objects.create(enrolment=enrolment, owner=person, challenge=WORDS)
    return enrolment


def a_correction(meeting: Meeting, author: Person) -> Correction:
    """Of a turn that nobody can read any more; its set is asked to give it away."""
    Donation.objects.create(learning_set=meeting.learning_set, proposed_by=author)
    return Correction.objects.create(
        learning_set=meeting.learning_set,
        meeting=meeting,
        contribution=1,
        author=author,
        read="advice",
        meant="open_question",
    )


def an_offer(
    learning_set: LearningSet, programme: Programme, people: dict[str, Person]
) -> Offer:
    """The member would tell others something; the set has its say, a guest is named."""
    offer = Offer.objects.create(
        owner=people["member"],
        learning_set=learning_set,
        programme=programme,
        title=WORDS,
        words=WORDS,
        status=Offer.Status.ASKED,
        until=timezone.now() + timedelta(days=7),
    )
    Say.objects.create(offer=offer, person=people["facilitator"])
    Named.objects.create(offer=offer, person=people["guest"])
    return offer


def a_transcript(
    meeting: Meeting, people: dict[str, Person], *, agreed: tuple[str, ...]
) -> Transcript:
    """Everybody who is in the set or was there has been asked, and some said yes."""
    now = timezone.now()
    transcript = Transcript.objects.create(
        learning_set=meeting.learning_set,
        meeting=meeting,
        proposed_by=people["facilitator"],
    )
    Asked.objects.bulk_create(
        Asked(
            transcript=transcript,
            person=people[role],
            was_there=True,
            agreed_at=now if role in agreed else None,
        )
        for role in ASKED
    )
    return transcript


def put_in(transcript: Transcript, by: Person) -> Transcript:
    said = parse(f"Member: {WORDS}".encode(), name="")
    cast = {"Member": Part(str(by.pk), "member")}
    Upload.objects.create(
        transcript=transcript,
        uploaded_by=by,
        words=sealing.written(said),
        cast=casting.written(cast),
    )
    return transcript


def nothing(kwargs: dict[str, Any]) -> dict[str, Any]:
    """The same path to something that is not there."""
    return {name: _nothing_like(value) for name, value in kwargs.items()}


def _nothing_like(value: object) -> object:
    match value:
        case str():
            return "nobody-knows-this"
        case int():
            return 404
        case _:
            return uuid4()
