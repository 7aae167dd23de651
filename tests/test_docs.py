"""The documentation knows every object, and the glossary's words are in use."""

import importlib.util
import re
from pathlib import Path

import pytest

from askwell.composer.brief import USUAL_WEIGHTS
from askwell.composer.wishes import WISHES
from askwell.facilitation.evidence import Evidence
from askwell.facilitation.pathways import MUST_HAVES, PATHWAYS
from askwell.facilitation.readiness import PARTS
from askwell.facilitation.steps import STEPS
from askwell.insight.benefits import BENEFITS
from askwell.insight.metric import Unit
from askwell.insight.metrics import METRICS
from askwell.process.formats import FORMATS
from askwell.process.formats.shape import Capture, Counting, Floor, Role, Section
from askwell.process.formats.wording import CAPTURES, COUNTED, FLOORS, ROLES, SECTIONS
from askwell.process.kinds import KINDS

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference"
WRITTEN_IN = {".py", ".html", ".js"}


def drawn_by_the_documentation():
    path = ROOT / "docs" / "_ext" / "askwell_objects.py"
    spec = importlib.util.spec_from_file_location("askwell_objects", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


DRAWN_PAGES = ["formats", "kinds", "lessons", "wishes", "metrics", "benefits"]
DRAWN = drawn_by_the_documentation()


def glossary_words() -> list[str]:
    text = (REFERENCE / "glossary.md").read_text(encoding="utf-8")
    entries = text.split("```{glossary}")[1].split("```")[0]
    return re.findall(r"^(\w.*)$", entries, re.MULTILINE)


@pytest.fixture(scope="module")
def everything_written() -> str:
    """Names as code joins them are read as separate words."""
    files = (path for path in (ROOT / "src").rglob("*") if path.suffix in WRITTEN_IN)
    text = " ".join(path.read_text(encoding="utf-8") for path in files)
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-]", " ", text)
    return re.sub(r"\s+", " ", apart).lower()


@pytest.mark.parametrize("format_", FORMATS, ids=lambda each: each.name)
def test_every_format_is_documented(format_):
    page = DRAWN.formats_in_markdown()

    assert f"## {format_.title}" in page
    assert format_.fits in page
    assert all(phase.purpose in page for phase in format_.script().phases)
    assert all(option.help in page or option.choices for option in format_.options)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_is_documented(kind):
    page = DRAWN.kinds_in_markdown()

    assert f"`{kind.name}`" in page
    assert kind.help in page


@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish.name)
def test_every_wish_is_documented(wish):
    page = DRAWN.wishes_in_markdown()

    assert f"`{wish.name}`" in page
    assert wish.question in page
    assert f"{USUAL_WEIGHTS[wish.name]:.2f}" in page


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_every_metric_is_documented(metric):
    about = "\n".join(DRAWN.about_metric(metric))

    assert f"`{metric.name}`" in about
    assert metric.asks in about
    assert metric.reads in about
    assert metric.cannot_tell in about
    assert metric.formula in about
    assert metric.source in about


def test_every_benefit_says_what_is_measured_of_it():
    page = DRAWN.benefits_in_markdown()

    assert all(f"**{each.title}**" in page for each in BENEFITS)
    assert all(f"(#metric-{metric.name})" in page for metric in METRICS)
    assert all(one.why in page for each in BENEFITS for one in each.not_measured)


def test_every_unit_and_source_of_a_metric_has_plain_words():
    assert set(DRAWN.UNITS) == set(Unit)
    assert set(DRAWN.TOLD_BY) == {metric.told_by for metric in METRICS}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_part_of_being_ready_is_documented(part):
    page = DRAWN.readiness_in_markdown()

    assert all(each in page for each in (part.means, part.found, part.to_know))
    assert "```{readiness}" in (REFERENCE / "readiness.md").read_text(encoding="utf-8")


def test_every_step_of_handing_over_is_documented():
    page = DRAWN.steps_in_markdown()

    assert all(each.title in page and each.members in page for each in STEPS)
    assert "```{steps}" in (REFERENCE / "readiness.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("pathway", PATHWAYS, ids=lambda pathway: pathway.name)
def test_every_level_is_documented(pathway):
    page = DRAWN.pathways_in_markdown()

    assert all(f"### {each.title}" in page for each in pathway.levels)
    assert all(f"`{each.name}`" in page for each in pathway.requirements)
    assert all(
        each.otherwise.note in page for each in pathway.requirements if each.otherwise
    )
    assert "```{pathways}" in (REFERENCE / "levels.md").read_text(encoding="utf-8")


def test_every_kind_of_evidence_and_every_must_have_has_plain_words():
    page = DRAWN.must_haves_in_markdown()

    assert set(DRAWN.COUNTED_FROM) == set(Evidence)
    assert all(each.title in page and each.seen_as in page for each in MUST_HAVES)


@pytest.mark.parametrize("name", DRAWN_PAGES)
def test_the_reference_pages_are_drawn_from_the_objects(name):
    page = "metrics" if name == "benefits" else name
    text = (REFERENCE / f"{page}.md").read_text(encoding="utf-8")

    assert f"```{{{name}}}" in text


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (Role, ROLES),
        (Section, SECTIONS),
        (Floor, FLOORS),
        (Capture, CAPTURES),
        (Counting, COUNTED),
    ],
)
def test_every_choice_a_phase_is_made_of_has_plain_words(choices, words):
    assert set(words) == set(choices)


@pytest.mark.parametrize("word", glossary_words())
def test_every_word_of_the_glossary_is_in_use(word, everything_written):
    assert re.search(rf"\b{word.replace('-', ' ')}s?\b", everything_written)


def test_the_glossary_is_in_order():
    words = glossary_words()

    assert words == sorted(words)
