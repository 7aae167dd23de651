"""The process of a set meeting: what may happen next, and how things stand.

decide(state, command, at=…)  ->  events, or a refusal
evolve(state, event)          ->  the state after it
replay(events)                ->  the state of a whole log
view(state, viewer)           ->  the state as one person may see it
"""

from askwell.process.brief import Attendee, Brief, OpenAction
from askwell.process.commands import Command
from askwell.process.decide import decide
from askwell.process.decide.guards import steers, welcome_kinds
from askwell.process.events import Event, Stored, dump, load
from askwell.process.evolve import evolve, replay
from askwell.process.formats import FORMATS, format_named
from askwell.process.kinds import KINDS, kind_named
from askwell.process.people import ASKWELL, Belonging, Casting, PersonId
from askwell.process.plan import plan
from askwell.process.refusals import Reason, Refused
from askwell.process.rotation import propose
from askwell.process.state import EMPTY, State
from askwell.process.timing import cost_of, plan_of, proposal_of
from askwell.process.uses import USES, use_named
from askwell.process.visibility import sees, view

__all__ = [
    "ASKWELL",
    "EMPTY",
    "FORMATS",
    "KINDS",
    "USES",
    "Attendee",
    "Belonging",
    "Brief",
    "Casting",
    "Command",
    "Event",
    "OpenAction",
    "PersonId",
    "Reason",
    "Refused",
    "State",
    "Stored",
    "cost_of",
    "decide",
    "dump",
    "evolve",
    "format_named",
    "kind_named",
    "load",
    "plan",
    "plan_of",
    "proposal_of",
    "propose",
    "replay",
    "sees",
    "steers",
    "use_named",
    "view",
    "welcome_kinds",
]
