"""The report as one file, and what each of its parts says."""

import re

import pytest

from askwell.coach import Role
from askwell.transcripts.report import Report
from askwell.web.transcripts.screens import clock, html, report, timeline
from web.transcripts.reports import ADVICE, LENGTH, OPEN, REFRAME, STACKED, a_report

HEADINGS = [
    "What went well",
    "Who spoke, and for how long",
    "Who asked, and who told",
    "Open against closed",
    "The meeting as one picture",
    "Pauses after questions",
    "Several questions at once",
    "The longest speeches",
    "Moments worth talking about",
    "How this was read, and where it errs",
]
EMPTY = {
    "strengths": (),
    "figures": (),
    "people": (),
    "roles": (),
    "speeches": (),
    "stacked": (),
    "timeline": (),
    "moments": (),
    "cast": (),
    "slots": (),
    "doubts": (),
    "start": 0.0,
    "end": 0.0,
    "turns": 0,
}


def headings(page: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", page)


def body(page: str) -> str:
    """Without the rules, which speak of no meeting."""
    return page.partition("</style>")[2]


def test_begins_with_what_went_well_and_ends_with_its_limits():
    page = html.page(a_report())

    assert headings(page) == HEADINGS


def test_quotes_what_was_said_and_offers_a_question():
    page = body(html.page(a_report()))

    for words in (OPEN, ADVICE, REFRAME, STACKED):
        assert words.replace("'", "&#x27;") in page


def test_names_nobody_beside_a_moment():
    page = body(html.page(a_report()))
    moments = page.split('id="moments"')[1].split("</section>")[0]

    assert not [each.name for each in a_report().people if each.name in moments]


def test_needs_nothing_and_runs_nothing():
    page = html.page(a_report())

    assert "<script" not in page
    assert not re.findall(r"(?:src|href|action)=", page)
    assert not re.findall(r"url\((?!\"data:)", page)
    assert "default-src 'none'" in page


def test_has_a_table_beside_every_picture():
    page = body(html.page(a_report()))

    for part in ("talk", "asking", "open", "timeline"):
        section = page.split(f'id="{part}"')[1].split("</section>")[0]
        assert "<svg" in section
        assert "<table" in section


def test_speaks_of_no_score_and_of_no_rank():
    page = body(html.page(a_report())).lower()

    for word in ("score", "rank", "best", "worst", "grade"):
        assert f" {word}" not in page


def test_escapes_whatever_somebody_said():
    moment = a_report().moments[0]
    words = '<img src=x onerror="alert(1)">'
    said = a_report(moments=(type(moment)(1.0, words, moment.kind, words, words),))

    page = html.page(said)

    assert "<img" not in page
    assert "&lt;img" in page


def test_says_that_names_are_hidden():
    assert "Names are hidden." in html.page(a_report(anonymous=True))
    assert "Names are hidden." not in html.page(a_report())


def test_of_an_empty_meeting_can_be_read_too():
    page = html.page(a_report(**EMPTY))

    assert "Nothing stood out that the coach can hear in a text." in page
    assert "No question was heard." in page
    assert "None that the coach would bet on." in page


def test_pauses_that_cannot_be_told_are_not_made_up():
    figures = tuple(
        type(each)(each.name, each.title, None, each.unit, each.how, each.cannot_tell)
        for each in a_report().figures
    )

    page = html.page(a_report(figures=figures))

    assert "Pauses cannot be told from this transcript" in page


def test_shares_of_time_fill_the_bar():
    view = report.drawn(a_report())

    ends = [round(each.x + each.width) for each in view.role_bar]
    assert [each.kind for each in view.role_bar] == [
        "presenter",
        "member",
        "facilitator",
    ]
    assert ends == [54, 92, 100]


def test_questions_of_presenters_are_not_counted_as_put_to_them():
    view = report.drawn(a_report())

    counts = {each.kind: each.count for each in view.openness}
    assert counts == {"open_question": 61, "closed_question": 25, "leading_question": 8}
    assert view.questions == 94


def test_asked_and_told_are_drawn_in_one_measure():
    rows = {each.name: each for each in report.drawn(a_report()).asking}

    assert rows["Lin Chen"].asked_width == 50
    assert rows["Lin Chen"].asked_x == 0
    assert rows["Amara Okafor"].told_width == round(100 * 21 / 31 / 2, 2)


def inside(meeting: Report) -> bool:
    drawn = timeline.drawn(meeting)
    pieces = [piece for lane in drawn.lanes for piece in lane.pieces]
    return all(
        0 <= each.x <= 100 and each.width > 0 and each.x + each.width <= 100.2
        for each in (*pieces, *drawn.shades, *drawn.columns)
    )


@pytest.mark.parametrize("end", [1.0, 60.0, LENGTH, 4 * 3600.0])
def test_the_timeline_stays_inside_the_picture(end):
    assert inside(a_report(end=end))


@pytest.mark.parametrize(
    ("end", "labels"),
    [
        (304.0, ["0:00", "1:00", "2:00", "3:00", "4:00", "5:00"]),
        (5404.0, ["0:00", "15:00", "30:00", "45:00", "1:00:00", "1:15:00", "1:30:00"]),
        (4 * 3600.0, ["0:00", "1:00:00", "2:00:00", "3:00:00"]),
    ],
)
def test_the_timeline_has_round_times_and_few_of_them(end, labels):
    drawn = timeline.drawn(a_report(end=end))

    assert [each.label for each in drawn.ticks] == labels


def test_each_voice_has_a_line_in_its_own_role():
    drawn = timeline.drawn(a_report())

    lanes = {each.name: each.kind for each in drawn.lanes}
    assert len(lanes) == 6
    assert lanes["Amara Okafor"] == Role.PRESENTER
    assert lanes["Priya Raman"] == Role.FACILITATOR


@pytest.mark.parametrize(
    ("seconds", "read"),
    [(0, "0:00"), (7, "0:07"), (247, "4:07"), (3847, "1:04:07"), (59.7, "1:00")],
)
def test_a_moment_is_told_as_on_a_player(seconds, read):
    assert clock.at(seconds) == read


@pytest.mark.parametrize(
    ("seconds", "read"),
    [
        (0, "0 s"),
        (59, "59 s"),
        (89, "1 min 29 s"),
        (120, "2 min"),
        (141, "2 min 21 s"),
        (641, "11 min"),
        (5340, "89 min"),
        (5400, "1 h 30 min"),
    ],
)
def test_a_length_is_told_as_people_say_it(seconds, read):
    assert clock.lasting(seconds) == read
