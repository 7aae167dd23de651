"""Draws reference pages from the product's own objects: formats, metrics and others."""

from collections.abc import Callable, Iterable, Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from askwell.composer.brief import USUAL_WEIGHTS
from askwell.composer.wishes import WISHES, Alike, Apart, Mixed, Poorest, Wish
from askwell.facilitation.evidence import Evidence
from askwell.facilitation.lessons import LESSONS, Lesson
from askwell.facilitation.pathways import MUST_HAVES, PATHWAYS, Pathway, Requirement
from askwell.facilitation.readiness import PARTS
from askwell.facilitation.steps import STEPS
from askwell.insight.benefits import BENEFITS, About
from askwell.insight.metric import Metric, Unit
from askwell.insight.metrics import METRICS
from askwell.process.formats import FORMATS
from askwell.process.formats.shape import Format, Option, Phase, Role, Script, Section
from askwell.process.formats.wording import CAPTURES, COUNTED, FLOORS, ROLES, SECTIONS
from askwell.process.kinds import KINDS, Kind


def formats_in_markdown() -> str:
    return "\n".join(line for each in FORMATS for line in about(each))


def kinds_in_markdown() -> str:
    return "\n".join(
        table(
            ("Kind", "What it is", "What people read when it must wait"),
            (row_of_kind(kind) for kind in KINDS),
        )
    )


def wishes_in_markdown() -> str:
    return "\n".join(
        table(
            ("Wish", "What it asks", "How it is measured", "Counts as usual"),
            (row_of_wish(wish) for wish in WISHES),
        )
    )


def metrics_in_markdown() -> str:
    return "\n".join(line for each in METRICS for line in about_metric(each))


def benefits_in_markdown() -> str:
    return "\n".join(
        table(
            ("Benefit", "What is said of it", "Measured by", "Not measured"),
            (row_of_benefit(each) for each in BENEFITS),
        )
    )


# Formats


def formats_at_a_glance() -> str:
    return "\n".join(
        table(
            ("Format", "People", "Minutes", "Counted as", "When it fits"),
            (glance(each) for each in FORMATS),
        )
    )


def glance(each: Format) -> tuple[str, ...]:
    return (
        f"[{each.title}](#{each.name})",
        f"{each.least_people} to {each.most_people}, best {each.best_people}",
        str(each.default_minutes),
        COUNTED[each.script().counting],
        each.fits,
    )


def about(each: Format) -> Iterator[str]:
    script = each.script()
    yield from (f"({each.name})=", f"## {each.title}", "", f"`{each.name}`", "")
    yield from (f"{each.sentence} {each.fits} {parts(each)}", "")
    if script.badge:
        yield from (f"> Badge: *{script.badge}*", "")
    for section in Section:
        yield from about_section(script, section)
    yield from about_options(each.options)
    if each.has_facilitator:
        yield from words_to_say(script)
    yield from ("Sources: " + "; ".join(each.sources) + ".", "")


def parts(each: Format) -> str:
    """Who plays which part, beside presenter and members."""
    leads = "a facilitator" if each.has_facilitator else "nobody to facilitate"
    if each.rotates_facilitator:
        leads = "a member to facilitate each slot"
    secretary = ", a secretary" if each.has_secretary else ""
    observer = ", and a process observer if one is wished" if each.has_observer else ""
    return f"It has {leads}{secretary}{observer}."


def about_section(script: Script, section: Section) -> Iterator[str]:
    phases = script.section(section)
    if not phases:
        return
    yield from (f"### {SECTIONS[section]}", "")
    yield from table(
        ("Phase", "Minutes", "Who speaks", "Welcome kinds", "What is kept"),
        (row_of_phase(phase) for phase in phases),
    )


def row_of_phase(phase: Phase) -> tuple[str, ...]:
    return (
        f"**{phase.title}**<br>{phase.purpose}",
        minutes(phase),
        FLOORS[phase.floor],
        welcome_kinds(phase),
        "; ".join(CAPTURES[capture] for capture in phase.captures) or "nothing",
    )


def minutes(phase: Phase) -> str:
    when = ", if there are open actions" if phase.only_with_open_actions else ""
    if phase.minutes_each:
        return f"{phase.minutes_each} each{when}"
    return f"{phase.minutes}{when}" if phase.minutes else "in passing"


def welcome_kinds(phase: Phase) -> str:
    if phase.spoken_only:
        return "spoken, not written down"
    roles_by_kinds: dict[tuple[Kind, ...], list[str]] = {}
    for role, kinds in phase.kinds.items():
        roles_by_kinds.setdefault(kinds, []).append(ROLES[role])
    offered = (
        f"{', '.join(roles)}: {', '.join(kind.title.lower() for kind in kinds)}"
        for kinds, roles in roles_by_kinds.items()
    )
    return "<br>".join(offered) or "none"


def about_options(options: Iterable[Option]) -> Iterator[str]:
    rows = [row for option in options for row in rows_of_option(option)]
    if rows:
        yield from ("### Options", "")
        yield from table(("Option", "Value", "What it does"), rows)


def rows_of_option(option: Option) -> Iterator[tuple[str, ...]]:
    if not option.choices:
        yield (f"**{option.title}** `{option.name}`", "yes or no", option.help)
    for choice in option.choices:
        value = f"`{choice.value}`"
        if choice.value == option.default:
            value += " (unless chosen otherwise)"
        yield (
            f"**{option.title}** `{option.name}`",
            value,
            f"{choice.title}. {choice.help}",
        )


def words_to_say(script: Script) -> Iterator[str]:
    yield from ("### Words for the facilitator", "")
    yield from table(
        ("Phase", "Say"),
        ((phase.title, phase.prompts[Role.FACILITATOR]) for phase in script.phases),
    )


# Kinds


def row_of_kind(kind: Kind) -> tuple[str, ...]:
    return (
        f"**{kind.title}**<br>`{kind.name}`, `{kind.code}`",
        kind.help,
        kind.not_now,
    )


# Wishes

MEASURES = {
    Mixed: "pairs in a set that differ, of as many as could",
    Alike: "the mean nearness of all pairs in a set, or what is left of it to 1",
    Apart: "pairs in a set who have not sat together before",
    Poorest: "the mean quality of the poorest sets",
}


def row_of_wish(wish: Wish) -> tuple[str, ...]:
    usual = USUAL_WEIGHTS[wish.name]
    return (f"`{wish.name}`", wish.question, MEASURES[type(wish)], f"{usual:.2f}")


# Metrics

UNITS = {
    Unit.SHARE: "share, shown in percent",
    Unit.COUNT: "count",
    Unit.PER: "so many for each",
    Unit.DAYS: "days",
    Unit.SCALE: "mean on a scale of answers",
    Unit.INDEX: "index",
    Unit.GOAL: "goal attainment, T",
    Unit.RATIO: "ratio",
    Unit.MONEY: "money",
}
TOLD_BY = {
    "meetings": "the logs of closed meetings",
    "measuring": "topics, actions, memberships and what sets said of them",
    "surveys": "surveys and the two taps after meetings",
    "changes": "the log of changes, and how sets go on",
    "stories": "what members published",
    "handing": "the votes by which sets take turns facilitating, and their meetings",
    "valuing": "costs and owners’ estimates",
}


def about_metric(each: Metric) -> Iterator[str]:
    yield from (f"(metric-{each.name})=", f"### {each.title}", "", f"`{each.name}`", "")
    yield from (f"{each.asks} {each.reads}", "")
    yield f"- *What it cannot tell:* {each.cannot_tell}"
    yield f"- *Formula:* {each.formula}"
    yield f"- *Source:* {each.source}"
    yield f"- *Counted from:* {TOLD_BY[each.told_by]}; {UNITS[each.unit]}{ends(each)}."
    yield from (f"- *Shown outside a set:* {smallest_group(each)}", "")


def ends(each: Metric) -> str:
    if each.lowest is None:
        return ""
    upwards = f"from {each.lowest:g}"
    return f", {upwards}" + (
        f" to {each.highest:g}" if each.highest is not None else ""
    )


def smallest_group(each: Metric) -> str:
    if not each.of_people:
        return "always; it tells nothing of what a person did or said."
    counted = f"at least {each.fewest_counted} counted, " if each.fewest_counted else ""
    return (
        f"of at least {each.fewest_people} people in {each.fewest_sets} sets, "
        f"{counted}where the release guard lets it."
    )


def row_of_benefit(each: About) -> tuple[str, ...]:
    metrics = (f"[{one.title}](#metric-{one.name})" for one in each.metrics)
    missing = (f"*{one.what}.* {one.why}" for one in each.not_measured)
    return (
        f"**{each.title}**",
        each.said,
        "; ".join(metrics) or "nothing",
        "<br>".join(missing) or "",
    )


# Needing the facilitator less


def steps_in_markdown() -> str:
    return "\n".join(
        table(
            ("Step", "The facilitator", "The members", "In the room"),
            (
                (
                    f"**{each.title}**<br>`{each.name}`",
                    each.facilitator,
                    each.members,
                    each.in_the_room,
                )
                for each in STEPS
            ),
        )
    )


def readiness_in_markdown() -> str:
    return "\n".join(
        table(
            ("Part", "What it means", "How it is found", "To know it", "What helps"),
            (
                (
                    f"**{each.title}**<br>`{each.name}`",
                    each.means,
                    each.found,
                    each.to_know,
                    each.helps,
                )
                for each in PARTS
            ),
        )
    )


# Growing into facilitating

COUNTED_FROM = {
    Evidence.LESSON: "lessons worked through; each counts once",
    Evidence.COACHED_QUESTION: "questions written in the question gym",
    Evidence.PRACTICE_SLOT: "practice sets facilitated to their debrief",
    Evidence.OBSERVED_SLOT: "observations that were signed",
    Evidence.OBSERVED_OTHERS: "observations of others that were signed",
    Evidence.LOG_ENTRY: "lines in the practice log",
    Evidence.LOG_WORDS: "words in the practice log",
    Evidence.MEETING: "closed meetings with a slot they facilitated",
    Evidence.LEARNING_SET: "the sets of these meetings; each counts once",
    Evidence.HOUR: "the length of these meetings, by their share of the slots",
    Evidence.SUPERVISION: "closed meetings they came to, of a supervision set",
    Evidence.CPD_HOUR: "their own word",
}


def pathways_in_markdown() -> str:
    return "\n".join(line for each in PATHWAYS for line in about_pathway(each))


def about_pathway(pathway: Pathway) -> Iterator[str]:
    yield from (f"## {pathway.title}", "", f"`{pathway.name}`, {pathway.body}. ")
    yield from (f"{pathway.says} {pathway.source}", "")
    head = ("It takes", "At least", "Counted from", "To know")
    for level in pathway.levels:
        yield from (f"### {level.title}", "", f"`{level.name}` {level.says}", "")
        if level.requirements:
            yield from table(head, map(row_of_requirement, level.requirements))
    if renewal := pathway.renewal:
        since = pathway.level(renewal.since).title
        told = f"From “{since}” on, within each {renewal.months} months. {renewal.note}"
        yield from ("### Keeping it", "", told.strip(), "")
        yield from table(head, map(row_of_requirement, renewal.requirements))


def row_of_requirement(each: Requirement) -> tuple[str, ...]:
    counted = COUNTED_FROM[each.evidence] if each.evidence else "confirmed by hand"
    return (
        f"{each.title}<br>`{each.name}`",
        "" if each.by_hand else f"{each.at_least:g}",
        counted,
        " ".join(notes_of(each)),
    )


def notes_of(each: Requirement) -> Iterator[str]:
    if each.note:
        yield each.note
    if each.up_to:
        yield f"Usually up to {each.up_to:g}."
    if each.over_months:
        yield f"Over {each.over_months} months at least."
    if other := each.otherwise:
        yield f"**Elsewhere {other.at_least:g}**: “{other.note}” ({other.source})."
    if each.source:
        yield f"({each.source})"


def lessons_in_markdown() -> str:
    return "\n".join(line for each in LESSONS for line in about_lesson(each))


def about_lesson(lesson: Lesson) -> Iterator[str]:
    yield f"### {lesson.title}"
    yield ""
    yield f"{lesson.minutes} minutes. {lesson.idea[0]}"
    yield ""
    yield f"*To take along:* {lesson.keep}"
    yield ""
    about = ", ".join(each.title.lower() for each in lesson.competencies)
    yield f"*Practises:* {about}."
    yield ""


def must_haves_in_markdown() -> str:
    return "\n".join(
        table(
            ("Must-have", "Seen as"),
            ((f"**{each.title}**", each.seen_as) for each in MUST_HAVES),
        )
    )


# Drawing


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield row(head)
    yield row(("---",) * len(head))
    yield from (row(each) for each in rows)
    yield ""


def row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def directive(draw: Callable[[], str]) -> type[SphinxDirective]:
    class Drawn(SphinxDirective):
        def run(self) -> list[nodes.Node]:
            return self.parse_text_to_nodes(draw(), allow_section_headings=True)

    return Drawn


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("formats-at-a-glance", directive(formats_at_a_glance))
    app.add_directive("formats", directive(formats_in_markdown))
    app.add_directive("kinds", directive(kinds_in_markdown))
    app.add_directive("wishes", directive(wishes_in_markdown))
    app.add_directive("metrics", directive(metrics_in_markdown))
    app.add_directive("benefits", directive(benefits_in_markdown))
    app.add_directive("steps", directive(steps_in_markdown))
    app.add_directive("readiness", directive(readiness_in_markdown))
    app.add_directive("pathways", directive(pathways_in_markdown))
    app.add_directive("lessons", directive(lessons_in_markdown))
    app.add_directive("must-haves", directive(must_haves_in_markdown))
    return {"parallel_read_safe": True}
