"""Runs `askwell compose`."""

import argparse

from askwell.composer.files import Unfit
from askwell.web.composing.command import CannotCompose


def run(options: argparse.Namespace) -> int:
    """0 when all is well, 1 when rules are broken; CannotCompose when it cannot."""
    if (options.folder is None) == (options.mdgp is None):
        raise CannotCompose("say what to compose: a folder, or --mdgp and a file")
    try:
        return _run(options)
    except Unfit as problem:
        raise CannotCompose(str(problem)) from None


def _run(options: argparse.Namespace) -> int:
    # Each imports what it searches with, and no more.
    if options.mdgp is not None:
        from askwell.web.composing.command import grouping  # noqa: PLC0415

        return grouping.run(options)
    from askwell.web.composing.command import people  # noqa: PLC0415

    return people.run(options)
