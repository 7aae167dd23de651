"""Whose work Askwell's coach was trained on, and on which terms."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Credit:
    """One source: its own title, who made it, its terms, and what we changed."""

    source: str
    """What the training calls it."""
    title: str
    makers: str
    paper: str
    licence: str
    changes: str | Promise


CREDITS = (
    Credit(
        source="advicereddit",
        title="AdviceReddit",
        makers="Copyright (c) 2020 Venkat",
        paper="Govindarajan et al., EMNLP 2020",
        licence="MIT",
        changes=_("Its plainest sentences, weighed lightly, trained the weights."),
    ),
)
