"""Decides on what helps whoever facilitates."""

import re
from typing import Final

from askwell.process.commands import MeetMoment, SwitchGuide
from askwell.process.decide.draft import Draft, Refusal, refuse
from askwell.process.decide.guards import require_running, require_steering
from askwell.process.decide.registry import on
from askwell.process.events import GuideSwitched, MomentMet
from askwell.process.refusals import Reason, Refused

TRIGGER: Final = re.compile(r"[a-z_]{1,40}")


@on(MeetMoment)
def meet_moment(draft: Draft, command: MeetMoment) -> None:
    state = draft.state
    now = require_running(state)
    if not state.facilitates(command.by) or command.by == state.presenter:
        people = (state.facilitator,) if state.facilitator else ()
        raise Refusal(Refused(reason=Reason.ONLY_FACILITATOR, people=people))
    stranger = command.about is not None and not state.belongs(command.about)
    if stranger or not TRIGGER.fullmatch(command.trigger):
        raise refuse(Reason.NO_SUCH_THING)
    draft.add(
        MomentMet(
            **draft.stamp,
            person=command.by,
            trigger=command.trigger,
            about=command.about,
            said=command.said,
            phase=now.name,
            slot=now.slot,
        )
    )


@on(SwitchGuide)
def switch_guide(draft: Draft, command: SwitchGuide) -> None:
    require_steering(draft.state, command.by)
    if draft.state.is_guided(command.by) is not command.on:
        draft.add(GuideSwitched(**draft.stamp, person=command.by, on=command.on))
