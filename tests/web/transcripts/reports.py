"""A report on a meeting that was never held, as the pages are given it."""

from dataclasses import replace

from askwell.coach import Role, TurnKind
from askwell.transcripts.report import (
    Figure,
    Moment,
    Note,
    Part,
    Person,
    Praise,
    Quote,
    Report,
    RoleTime,
    Section,
    Slot,
    Speech,
    Strength,
    Stretch,
    Unit,
)
from askwell.transcripts.transcript import Clock, Layout

LENGTH = 5400.0
OPEN = "What would have to be true for the ward sisters to ask for this themselves?"
ADVICE = "You should just write to the director."
REFRAME = "What would writing to the director change?"
STACKED = "Who decides that? Is it you? And have you told them?"
SPEECH = "When we merged the two sites I was the one who had to tell everybody, and"


def a_report(**changes: object) -> Report:
    report = Report(
        name="",
        layout=Layout.WEBVTT,
        clock=Clock.MEASURED,
        anonymous=False,
        start=4.0,
        end=LENGTH,
        spoken=4630.0,
        turns=212,
        sentences=811,
        strengths=_strengths(),
        figures=_figures(),
        people=_people(),
        roles=_roles(),
        speeches=(
            Speech("Jonas Lindqvist", Role.MEMBER, 2210.0, 96.0, SPEECH),
            Speech("Amara Okafor", Role.PRESENTER, 190.0, 312.0, "So, the rota."),
        ),
        stacked=(Quote(1411.0, STACKED),),
        timeline=_timeline(),
        moments=(
            Moment(
                1745.0,
                ADVICE,
                TurnKind.ADVICE,
                "Could be heard as advice.",
                REFRAME,
            ),
            Moment(
                2630.0,
                "Don't you think that is a bit risky?",
                TurnKind.LEADING_QUESTION,
                "Could be heard as your own answer.",
                "What risks do you see, and how do you weigh them?",
            ),
        ),
        cast=(
            Part("Amara Okafor", Role.PRESENTER, 1.0, True, "named"),
            Part("Priya Raman", Role.FACILITATOR, 0.82, False, "opened and closed"),
        ),
        slots=(
            Slot("Amara Okafor", 180.0, 2400.0, 0.9),
            Slot("Tomas Reyes", 2700.0, 4800.0, 0.8),
        ),
        doubts=("Two people speak under one name, so their times are added up.",),
        notes=tuple(
            Note(each, str(each), "Counted in sentences.", "Not what was meant.")
            for each in Section
        ),
    )
    return replace(report, **changes)


def _strengths() -> tuple[Strength, ...]:
    return (
        Strength(
            Praise.OPEN_QUESTION,
            760.0,
            "Lin Chen",
            OPEN,
            "An open question, and then nobody helped out for nine seconds.",
        ),
        Strength(
            Praise.SILENCE,
            905.0,
            "Priya Raman",
            "What are you not saying to them?",
            "Twelve seconds of silence, and Amara went on by herself.",
        ),
        Strength(
            Praise.REFLECTION,
            1120.0,
            "Tomas Reyes",
            "So there are two fears: losing Sam, and losing face.",
            "It gave back what was said, in the presenter's own words.",
        ),
    )


def _figures() -> tuple[Figure, ...]:
    rows = (
        ("open_share", "Open questions, out of all", 0.64, Unit.SHARE),
        ("reflections", "Reflections for each question", 0.32, Unit.RATIO),
        ("wait_time", "Quiet after a question", 2.4, Unit.SECONDS),
        ("silences", "Silences kept after a question", 14.0, Unit.TIMES),
        ("longest_speech", "Longest turn of anybody", None, Unit.SECONDS),
    )
    return tuple(
        Figure(name, title, value, unit, "The median of all.", "Why it was quiet.")
        for name, title, value, unit in rows
    )


def _people() -> tuple[Person, ...]:
    rows = (
        ("Amara Okafor", Role.PRESENTER, 1600.0, 3, 21),
        ("Tomas Reyes", Role.PRESENTER, 1180.0, 19, 14),
        ("Jonas Lindqvist", Role.MEMBER, 760.0, 12, 17),
        ("Lin Chen", Role.MEMBER, 430.0, 31, 4),
        ("Priya Raman", Role.FACILITATOR, 380.0, 22, 1),
        ("Grace Adeyemi-Fitzgerald", Role.MEMBER, 280.0, 11, 3),
    )
    return tuple(_person(number, row) for number, row in enumerate(rows))


def _person(number: int, row: tuple[str, Role, float, int, int]) -> Person:
    name, role, seconds, asked, told = row
    return Person(
        name=name,
        role=role,
        seconds=seconds,
        share=seconds / 4630,
        words=int(seconds * 2.4),
        turns=int(seconds / 22),
        longest=seconds / 6,
        asked=asked,
        told=told,
        kinds={
            TurnKind.OPEN_QUESTION: asked - asked // 3,
            TurnKind.CLOSED_QUESTION: asked // 3 - asked // 9,
            TurnKind.LEADING_QUESTION: asked // 9,
            TurnKind.ADVICE: told // 2,
            TurnKind.SHARING: told - told // 2,
            TurnKind.REFLECTION: 4,
            TurnKind.OTHER: 30,
        },
        spoke=tuple(
            (at + 37.0 * number, at + 37.0 * number + seconds / 40)
            for at in range(30, 5100, 190 + 31 * number)
        ),
    )


def _roles() -> tuple[RoleTime, ...]:
    kinds = dict.fromkeys(TurnKind, 0)
    member = kinds | {
        TurnKind.OPEN_QUESTION: 46,
        TurnKind.CLOSED_QUESTION: 18,
        TurnKind.LEADING_QUESTION: 8,
        TurnKind.ADVICE: 13,
        TurnKind.SHARING: 11,
    }
    leads = kinds | {TurnKind.OPEN_QUESTION: 15, TurnKind.CLOSED_QUESTION: 7}
    return (
        RoleTime(Role.PRESENTER, 2, 2480.0, 0.54, 402, kinds),
        RoleTime(Role.MEMBER, 5, 1770.0, 0.38, 330, member),
        RoleTime(Role.FACILITATOR, 1, 380.0, 0.08, 79, leads),
    )


def _timeline() -> tuple[Stretch, ...]:
    return tuple(
        Stretch(
            start=at,
            end=at + 180.0,
            seconds={Role.PRESENTER: 90.0, Role.MEMBER: 50.0, Role.FACILITATOR: 10.0},
            asked=(int(at) // 180 * 7) % 5,
            told=(int(at) // 180 * 3) % 4,
            silence=30.0 if at == 900 else 4.0,
        )
        for at in (180.0 * n for n in range(30))
    )
