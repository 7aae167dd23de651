"""Looks at every row before anything is written: what is wrong, what would change."""

from askwell.web.enrolments.checking.choices import Choices
from askwell.web.enrolments.checking.entries import Entry, Named
from askwell.web.enrolments.checking.faults import Fault, Kind
from askwell.web.enrolments.checking.ground import Ground
from askwell.web.enrolments.checking.judged import Change, Checked, Judged, Verdict
from askwell.web.enrolments.checking.whole import check

__all__ = [
    "Change",
    "Checked",
    "Choices",
    "Entry",
    "Fault",
    "Ground",
    "Judged",
    "Kind",
    "Named",
    "Verdict",
    "check",
]
