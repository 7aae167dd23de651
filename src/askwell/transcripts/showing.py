"""Shows a report with the names that were asked for, or with none."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from askwell.transcripts import naming, wording
from askwell.transcripts.naming import Disguise
from askwell.transcripts.report import Report


def shown(report: Report, *, renamed: Mapping[str, str], anonymous: bool) -> Report:
    """`renamed` has been done to speakers already; here it is done to their words."""
    named = [part.name for part in report.cast if part.name]
    new = naming.letters(named) if anonymous else {name: name for name in named}
    also = {old: new.get(name, name) for old, name in renamed.items()}
    disguise = Disguise([*(new.items() if anonymous else ()), *also.items()])
    named_anew = _renamed(report, {**new, "": wording.UNNAMED})
    reworded = _reworded(named_anew, disguise.of)
    name = disguise.of(report.name) if anonymous else report.name
    return replace(reworded, name=name, anonymous=anonymous)


def _renamed(report: Report, new: Mapping[str, str]) -> Report:
    return replace(
        report,
        strengths=tuple(
            replace(each, speaker=new[each.speaker]) for each in report.strengths
        ),
        people=tuple(replace(each, name=new[each.name]) for each in report.people),
        speeches=tuple(
            replace(each, speaker=new[each.speaker]) for each in report.speeches
        ),
        cast=tuple(replace(each, name=new[each.name]) for each in report.cast),
        slots=tuple(
            replace(each, presenter=new[each.presenter]) for each in report.slots
        ),
    )


def _reworded(report: Report, of: Callable[[str], str]) -> Report:
    return replace(
        report,
        strengths=tuple(
            replace(each, words=of(each.words)) for each in report.strengths
        ),
        speeches=tuple(
            replace(each, begins=of(each.begins)) for each in report.speeches
        ),
        stacked=tuple(replace(each, words=of(each.words)) for each in report.stacked),
        moments=tuple(
            replace(each, words=of(each.words), reframe=of(each.reframe))
            for each in report.moments
        ),
    )
