"""Plain words for the choices a phase is made of."""

from collections.abc import Mapping

from askwell.process.formats.shape import Capture, Counting, Floor, Role, Section
from askwell.process.words import _

ROLES: Mapping[Role, str] = {
    Role.PRESENTER: _("Presenter"),
    Role.MEMBER: _("Members"),
    Role.FACILITATOR: _("Facilitator"),
    Role.SECRETARY: _("Secretary"),
    Role.OBSERVER: _("Process observer"),
}

SECTIONS: Mapping[Section, str] = {
    Section.OPENING: _("Opening"),
    Section.SLOT: _("Slot"),
    Section.CLOSING: _("Closing"),
}

FLOORS: Mapping[Floor, str] = {
    Floor.EVERYONE: _("Everyone"),
    Floor.EVERYONE_IN_TURN: _("Everyone in turn"),
    Floor.PRESENTER_FIRST: _("Everyone in turn, the presenter first"),
    Floor.PRESENTER_LAST: _("Everyone in turn, the presenter last"),
    Floor.PRESENTER: _("The presenter"),
    Floor.PRESENTER_AND_FACILITATOR: _("The presenter and the facilitator"),
    Floor.MEMBERS_AND_PRESENTER: _("Members ask, the presenter answers"),
    Floor.MEMBERS_IN_TURN: _("Members in turn; the presenter listens"),
    Floor.MEMBERS_ONCE_EACH: _("Members once each; the presenter listens"),
    Floor.MEMBERS: _("Members; the presenter listens"),
    Floor.BIDDERS: _("Whoever would like time"),
    Floor.ACTION_OWNERS: _("Whoever has an open action"),
    Floor.NOBODY: _("Nobody: silence"),
}

CAPTURES: Mapping[Capture, str] = {
    Capture.ATTENDANCE: _("who is here"),
    Capture.REPORT_BACKS: _("what became of each open action"),
    Capture.BIDS: _("bids with their urgency"),
    Capture.ORDER: _("who presents, and why"),
    Capture.SKILLS: _("the skill each will practise"),
    Capture.TOPIC: _("the topic"),
    Capture.QUESTION: _("the presenter's question"),
    Capture.FACTS: _("facts, if anybody notes them"),
    Capture.QUESTIONS: _("questions"),
    Capture.STARS: _("the questions the presenter starred"),
    Capture.SORTED_QUESTIONS: _("questions kept, parked and discarded"),
    Capture.PRIVATE_NOTE: _("a private note"),
    Capture.PROBLEM_STATEMENTS: _("each person's statement of the problem"),
    Capture.AGREEMENT: _("whether the set agrees on the problem"),
    Capture.OPTIONS: _("options that came up in answers"),
    Capture.OFFERS: _("the offers the presenter keeps"),
    Capture.IDEAS: _("ideas, for the presenter alone"),
    Capture.KEY_QUESTION: _("the key question"),
    Capture.METHOD: _("the method chosen"),
    Capture.TAKEAWAY: _("what the presenter takes away"),
    Capture.LEARNINGS: _("learnings"),
    Capture.ACTIONS: _("actions, none being fine"),
    Capture.COMMITMENTS: _("commitments"),
    Capture.WINS: _("wins"),
    Capture.HELPFUL_QUESTION: _("the question that helped"),
    Capture.IMPROVEMENT: _("what to try next time"),
    Capture.SKILL_FEEDBACK: _("feedback on skills"),
    Capture.HEALTH: _("how the set is doing"),
    Capture.CONTRACT: _("what the set agrees"),
    Capture.FACILITATOR: _("who plays which part"),
    Capture.NEXT_MEETING: _("the next date and host"),
}

COUNTED: Mapping[Counting, str] = {
    Counting.ACTION_LEARNING: _("action learning"),
    Counting.PEER_CONSULTATION: _("peer consultation"),
    Counting.PEER_ADVICE: _("peer advice"),
}
