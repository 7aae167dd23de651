"""Decides on what a meeting begins with, and keeps it true until it is opened."""

from dataclasses import replace

from askwell.process.brief import Brief
from askwell.process.choices import Stage
from askwell.process.commands import Convene, Rebrief
from askwell.process.commands.meeting import Briefing
from askwell.process.decide.draft import Draft, refuse
from askwell.process.decide.registry import on
from askwell.process.events import (
    ActionCarriedIn,
    Convened,
    ImprovementCarriedIn,
    Rebriefed,
)
from askwell.process.people import ASKWELL
from askwell.process.refusals import Reason
from askwell.process.state import State


@on(Convene)
def convene(draft: Draft, command: Convene) -> None:
    if draft.state.brief is not None:
        raise refuse(Reason.ALREADY_CONVENED)
    _require_script(command.brief)
    draft.add(Convened(**draft.stamp, person=command.by, brief=command.brief))
    _carry_in(draft, command)


@on(Rebrief)
def rebrief(draft: Draft, command: Rebrief) -> None:
    before = draft.state
    if before.stage is not Stage.LOBBY:
        raise refuse(Reason.ALREADY_OPEN)
    if command.by != ASKWELL:
        raise refuse(Reason.ONLY_FACILITATOR)
    _require_script(command.brief)
    draft.add(Rebriefed(**draft.stamp, person=command.by, brief=command.brief))
    _carry_in(draft, command)
    if _facts(draft.state) == _facts(before):
        draft.events.clear()


def _require_script(brief: Brief) -> None:
    try:
        _ = brief.script
    except (KeyError, ValueError) as unknown:
        raise refuse(Reason.NO_SUCH_THING) from unknown


def _carry_in(draft: Draft, command: Briefing) -> None:
    reported = {action.action_id for action in draft.state.actions.values()}
    for action in command.open_actions:
        if action.action_id in reported:
            continue
        draft.add(
            ActionCarriedIn(
                **draft.stamp,
                person=action.owner,
                action_id=action.action_id,
                words=action.words,
                how_known=action.how_known,
                due_on=action.due_on,
            )
        )
    if command.improvement:
        author = command.improvement_by or command.by
        draft.add(
            ImprovementCarriedIn(
                **draft.stamp, person=author, words=command.improvement
            )
        )


def _facts(state: State) -> tuple[object, ...]:
    """What a brief decides about a meeting; who has agreed stands with the people."""
    people = state.brief.people if state.brief else ()
    return (
        state.brief and replace(state.brief, people=()),
        [replace(attendee, agreed=False) for attendee in people],
        state.people,
        state.joining,
        state.facilitator,
        [replace(action, number=0) for action in state.actions.values()],
        state.improvement,
    )
