"""Whose work Askwell's coach was trained on, and on which terms."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CC_BY = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Credit:
    """One source: its own title, who made it, its terms, and what we changed."""

    title: str
    makers: str
    paper: str
    licence: str
    licence_url: str
    changes: str | Promise


CREDITS = (
    Credit(
        title="AMI Meeting Corpus",
        makers="AMI Consortium, University of Edinburgh",
        paper="Carletta et al. 2005",
        licence="CC BY 4.0",
        licence_url=CC_BY,
        changes=_("Flattened to one row for each dialogue act; used to train weights."),
    ),
    Credit(
        title="ICSI Meeting Corpus, with the MRDA annotations",
        makers="ICSI, AMI Consortium",
        paper="Shriberg et al. 2004",
        licence="CC BY 4.0",
        licence_url=CC_BY,
        changes=_("Flattened to one row for each dialogue act; used to train weights."),
    ),
    Credit(
        title="AdviceReddit",
        makers="Copyright (c) 2020 Venkat",
        paper="Govindarajan et al., EMNLP 2020",
        licence="MIT",
        licence_url="",
        changes=_("Used to train weights."),
    ),
)
