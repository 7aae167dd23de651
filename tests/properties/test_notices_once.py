"""Whatever workers do and wherever they die: each notice is shown once, none is lost.

Several workers take turns in any order, one step at a time; between any two steps one
of them may die, or be so slow that its lease runs out. The post office keeps all that
it was given, and a mailbox shows what has the same Message-ID once, as mailboxes do.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    precondition,
    rule,
    run_state_machine_as_test,
)

from askwell.web.integrations import tasks
from askwell.web.integrations.fake_chat import FAKE_CHAT
from askwell.web.integrations.models import Delivery, Gathered, Webhook
from askwell.web.integrations.operations import choices, digests, handing_on, outbox
from askwell.web.integrations.services import carrier_of
from askwell.web.people.models import Group, Notice, Person
from askwell.web.people.operations import post_notices
from factories import NOON, a_person, a_set

pytestmark = pytest.mark.django_db

WORKERS = st.integers(0, 2)
DEATHS = st.sampled_from(["sending", "saying so", "the next round"])
QUIET = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@dataclass
class Worker:
    """How far one worker has come with what it claimed."""

    delivery: Delivery | None = None
    took: bool = False


class Workers(RuleBasedStateMachine):
    """Three workers, a post office, a chat, and time."""

    def __init__(self) -> None:
        super().__init__()
        clean()
        self.now = NOON
        self.workers = [Worker() for _ in range(3)]
        self.people = [a_person("Amara"), a_person("Ben")]
        self.learning_set = a_set(*self.people)
        Notice.objects.all().delete()
        Webhook.objects.create(
            learning_set=self.learning_set,
            service="slack",
            address="https://hooks.slack.com/services/T0/B0/x",
        )

    @rule(kind=st.sampled_from([Notice.Kind.HEALTH, Notice.Kind.SOON]))
    def somebody_posts(self, kind: Notice.Kind) -> None:
        post_notices(
            self.people, kind=kind, path="/", at=self.now, set_id=self.learning_set.pk
        )

    @rule()
    def a_worker_hands_on(self) -> None:
        handing_on.hand_on(at=self.now)

    @rule(number=WORKERS)
    def a_worker_claims(self, number: int) -> None:
        if self.workers[number].delivery is None:
            self.workers[number] = Worker(outbox.claim_next(at=self.now))

    @rule(number=WORKERS)
    def a_worker_sends(self, number: int) -> None:
        worker = self.workers[number]
        if worker.delivery and not worker.took:
            if not outbox.still_holds(worker.delivery, at=self.now):
                self.workers[number] = Worker()
                return
            carrier = carrier_of(worker.delivery)
            assert carrier is not None
            worker.took = carrier.carry(worker.delivery, at=self.now)

    @rule(number=WORKERS)
    def a_worker_says_it_was_sent(self, number: int) -> None:
        worker = self.workers[number]
        if worker.delivery and worker.took:
            outbox.delivered(worker.delivery, at=self.now)
            self.workers[number] = Worker()

    @rule(number=WORKERS, rounds=st.integers(1, 4), dies_before=DEATHS)
    def a_worker_goes_on_until_it_dies(
        self, number: int, rounds: int, dies_before: str
    ) -> None:
        handing_on.hand_on(at=self.now)
        for _ in range(rounds):
            self.a_worker_claims(number)
            if dies_before == "sending":
                break
            self.a_worker_sends(number)
            if dies_before == "saying so":
                break
            self.a_worker_says_it_was_sent(number)
        self.a_worker_dies(number)

    @rule(number=WORKERS)
    def a_worker_finds_the_post_office_closed(self, number: int) -> None:
        worker = self.workers[number]
        if worker.delivery and not worker.took:
            outbox.failed(worker.delivery, fault="Closed", again=True, at=self.now)
            self.workers[number] = Worker()

    @rule(number=WORKERS)
    def a_worker_dies(self, number: int) -> None:
        self.workers[number] = Worker()

    @rule(seconds=st.sampled_from([1, 60, 299, 301, 3600]))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @precondition(lambda self: Notice.objects.exists())
    @rule()
    def a_worker_clears_up(self) -> None:
        tasks.clear_up(at=self.now)

    def teardown(self) -> None:
        """In the end one worker lives long enough."""
        for _ in range(4):
            self.now += outbox.LONGEST_WAIT
            tasks.deliver_due_notices(at=self.now)
            tasks.clear_up(at=self.now)
        posted = {str(pk) for pk in Notice.objects.values_list("pk", flat=True)}
        shown = {_message(letter) for letter in mail.outbox}
        said = Counter(address for address, _ in FAKE_CHAT.posted)
        batches = Notice.objects.filter(kind=Notice.Kind.HEALTH).values("batch")

        assert shown == posted
        assert said.total() <= batches.distinct().count()
        assert not Delivery.objects.filter(
            state__in=[Delivery.State.WAITING, Delivery.State.CLAIMED]
        ).exists()


def _message(letter: mail.EmailMessage) -> str:
    return letter.extra_headers["Message-ID"].strip("<>").partition("@")[0]


def clean() -> None:
    """Nothing of an earlier example is left."""
    for model in (Gathered, Delivery, Webhook, Notice, Person):
        model.objects.all().delete()
    mail.outbox.clear()
    FAKE_CHAT.forget()


def test_each_notice_is_shown_once_wherever_workers_die() -> None:
    run_state_machine_as_test(
        Workers,
        settings=settings(QUIET, max_examples=30, stateful_step_count=30),
    )


ZONES = st.sampled_from(
    [
        "Europe/London",
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/Sao_Paulo",
    ]
)
# Both clock changes of north and south lie within.
STARTS = st.integers(0, 250 * 24 * 60).map(
    lambda minutes: datetime(2026, 3, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@settings(QUIET, max_examples=40)
@given(
    zone=ZONES,
    hour=st.integers(0, 23),
    start=STARTS,
    steps=st.lists(
        st.tuples(st.booleans(), st.integers(1, 20 * 60)), min_size=1, max_size=25
    ),
)
def test_the_mail_of_the_day_comes_once_a_day_with_everything_once(
    zone: str, hour: int, start: datetime, steps: list[tuple[bool, int]]
) -> None:
    clean()
    amara, at = a_person(), start
    amara.time_zone = zone
    amara.save()
    choices.choose(amara, digest_hour=hour, **dict.fromkeys(Group.values, "digest"))
    days: dict[date, int] = defaultdict(int)

    for is_new, passing in [*steps, (False, 24 * 60), (False, 25 * 60)]:
        if is_new:
            post_notices([amara], kind=Notice.Kind.SOON, path="/", at=at)
        tasks.deliver_due_notices(at=at)
        for _ in range(2):  # as if by two workers
            made = tasks.make_digests(at=at)
            day, since = digests.latest_hour(zone, hour=hour, at=at)
            days[day] += made
            assert since <= at
            assert day in (at.astimezone(ZoneInfo(zone)).date(), _eve(at, zone))
        at += timedelta(minutes=passing)
    tasks.make_digests(at=at)

    assert set(days.values()) <= {0, 1}
    assert Gathered.objects.count() == Notice.objects.count()
    assert not Gathered.objects.filter(delivery__isnull=True).exists()


def _eve(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date() - timedelta(days=1)


@pytest.mark.parametrize(
    ("zone", "hour", "at", "came"),
    [
        # On the morning clocks go forward over the hour, it comes when they have.
        ("Europe/London", 1, "2026-03-29T01:00", "2026-03-29T01:00"),
        # On the morning the hour comes twice, it counts the first time.
        ("Europe/London", 1, "2026-10-25T01:30", "2026-10-25T00:00"),
        ("Europe/London", 8, "2026-03-29T07:00", "2026-03-29T07:00"),
        ("Europe/London", 8, "2026-03-29T06:59", "2026-03-28T08:00"),
    ],
)
def test_the_hour_of_the_day_over_clock_changes(
    zone: str, hour: int, at: str, came: str
) -> None:
    now = datetime.fromisoformat(at).replace(tzinfo=UTC)

    _day, since = digests.latest_hour(zone, hour=hour, at=now)

    assert since == datetime.fromisoformat(came).replace(tzinfo=UTC)
