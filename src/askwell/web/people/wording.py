"""What each kind of notice says, in plain words; on the board and in the mail alike.

No word of a set stands here, nor its name. Who did something may be named.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Group, Notice, Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Lazy

Kind = Notice.Kind


@dataclass(frozen=True)
class Wording:
    """One kind of notice: what happened, what to do, and the button that leads there.

    `title_by` and `says_by` are used where it is known who did it, as `%(by)s`.
    """

    kind: Notice.Kind
    group: Group
    title: "Lazy"
    says: "Lazy"
    button: "Lazy"
    title_by: "Lazy | str" = ""
    says_by: "Lazy | str" = ""
    then: "Lazy | str" = ""

    def title_for(self, by: Person | None) -> str:
        """One line without a line break, to be a subject or a heading."""
        return " ".join(_named(self.title, self.title_by, by).split())

    def says_for(self, by: Person | None) -> str:
        return _named(self.says, self.says_by, by)


def _named(plain: "Lazy | str", with_name: "Lazy | str", by: Person | None) -> str:
    if by is None or not with_name:
        return str(plain)
    return str(with_name) % {"by": by.name}


WORDINGS = (
    Wording(
        Kind.INVITED,
        Group.PEOPLE,
        title=_("You are invited to an action learning set"),
        title_by=_("%(by)s invites you to an action learning set"),
        says=_(
            "You are invited to an action learning set: a small group of people who "
            "help one another think, by asking questions rather than giving advice."
        ),
        says_by=_(
            "%(by)s would like you in an action learning set: a small group of people "
            "who help one another think, by asking questions rather than giving "
            "advice."
        ),
        button=_("Read about the set"),
        then=_(
            "Decide in your own time. Nothing happens until you press the button on "
            "that page. If this is not for you, do nothing; nobody is told why."
        ),
    ),
    Wording(
        Kind.ASKED,
        Group.PEOPLE,
        title=_("Someone asks to join your set"),
        says=_("Somebody would like to join one of your sets and waits for an answer."),
        says_by=_(
            "%(by)s would like to join one of your sets and waits for an answer."
        ),
        button=_("See who it is, and say yes or no"),
    ),
    Wording(
        Kind.ADMITTED,
        Group.PEOPLE,
        title=_("You are in"),
        says=_("You have been admitted to the set you asked to join."),
        button=_("Open the set's page"),
        then=_("The first thing to do there is to read the working agreement."),
    ),
    Wording(
        Kind.PART,
        Group.PEOPLE,
        title=_("Who does what in a set has changed"),
        says=_("Who does what in one of your sets is different from now on."),
        says_by=_("%(by)s has changed who does what in one of your sets."),
        button=_("See what has changed"),
        then=_("If that is not what you wish, talk about it at the next meeting."),
    ),
    Wording(
        Kind.CONTRACT,
        Group.SET,
        title=_("A working agreement to read"),
        says=_(
            "The working agreement of one of your sets is open: its words changed, or "
            "the people did."
        ),
        button=_("Read it, and say whether you agree"),
        then=_("Please do so before the next meeting."),
    ),
    Wording(
        Kind.VOTE,
        Group.SET,
        title=_("Your set asks for your yes or no"),
        says=_("There is something in one of your sets that everybody decides on."),
        says_by=_("%(by)s has asked everybody in one of your sets for a yes or no."),
        button=_("See what it is, and answer"),
        then=_("Nobody has to give a reason."),
    ),
    Wording(
        Kind.CONVENED,
        Group.MEETINGS,
        title=_("A set meeting has been arranged"),
        says=_("A meeting of one of your sets has been arranged."),
        button=_("Open the meeting's page"),
        then=_("The way in will be on the same page."),
    ),
    Wording(
        Kind.MOVED,
        Group.MEETINGS,
        title=_("A set meeting has changed"),
        says=_(
            "A meeting of one of your sets has moved, or the way into it is another."
        ),
        button=_("See what holds now"),
        then=_("What your calendar knew of it before no longer holds."),
    ),
    Wording(
        Kind.CANCELLED,
        Group.MEETINGS,
        title=_("A set meeting is cancelled"),
        says=_("A meeting of one of your sets will not take place, or not for you."),
        button=_("See what comes next"),
    ),
    Wording(
        Kind.DATES_ASKED,
        Group.MEETINGS,
        title=_("Which dates suit you?"),
        says=_("One of your sets looks for a date and would like to know yours."),
        says_by=_("%(by)s looks for a date for a set meeting."),
        button=_("Say which dates suit you"),
        then=_("It takes a minute: yes, if need be, or no for each date."),
    ),
    Wording(
        Kind.SOON,
        Group.MEETINGS,
        title=_("A set meeting is near"),
        says=_("One of your sets meets soon."),
        button=_("Open the meeting's page"),
        then=_("If you cannot come, say so there. Nobody asks why."),
    ),
    Wording(
        Kind.TOO_FEW,
        Group.MEETINGS,
        title=_("Too few are coming to a set meeting"),
        says=_(
            "Fewer people are coming to a meeting of one of your sets than it needs."
        ),
        button=_("See what you can do"),
        then=_("You can meet in a smaller way, move the meeting, or let it be."),
    ),
    Wording(
        Kind.PRESENTING,
        Group.TURN,
        title=_("It is your turn to present"),
        says=_("Time is kept for you at a meeting of one of your sets."),
        button=_("Prepare in five minutes"),
        then=_("If it does not suit you, ask somebody to swap."),
    ),
    Wording(
        Kind.SWAP_ASKED,
        Group.TURN,
        title=_("Someone asks to swap turns with you"),
        title_by=_("%(by)s asks to swap turns with you"),
        says=_("Somebody in one of your sets would like to swap turns with you."),
        says_by=_("%(by)s would like to swap turns with you in one of your sets."),
        button=_("Say yes or no"),
        then=_("Both are fine. Nobody has to give a reason."),
    ),
    Wording(
        Kind.SWAP_ANSWERED,
        Group.TURN,
        title=_("Your question about swapping turns is answered"),
        says=_("There is an answer to your wish to swap turns."),
        says_by=_("%(by)s has answered your wish to swap turns."),
        button=_("See whose turn it is"),
    ),
    Wording(
        Kind.LAPSED,
        Group.SET,
        title=_("One of your sets has not met for a while"),
        says=_(
            "A set of yours has missed its meetings. That happens, and there is a way "
            "on: find a date, talk about whether to go on, or end it well."
        ),
        button=_("See the ways on"),
    ),
    Wording(
        Kind.HEALTH,
        Group.SET,
        title=_("How is your set doing?"),
        says=_(
            "After a few meetings it is worth a look at how the set is doing, and "
            "whether you all wish to go on."
        ),
        button=_("Answer a few questions"),
        then=_("It takes three minutes."),
    ),
    Wording(
        Kind.TRANSCRIPT_ASKED,
        Group.SET,
        title=_("May a transcript be read?"),
        says=_(
            "You were at a meeting, or are in its set, and somebody would like to have "
            "a transcript of it read. That happens only if everybody says yes."
        ),
        says_by=_(
            "%(by)s would like to have a transcript of a meeting read: one you were "
            "at, or one of your set's. That happens only if everybody says yes."
        ),
        button=_("See what it means, and say yes or no"),
        then=_(
            "Nobody has to give a reason, and nobody is told who said no. A yes can be "
            "taken back at any time."
        ),
    ),
    Wording(
        Kind.ENDING,
        Group.SET,
        title=_("One of your sets is ending"),
        says=_(
            "One of your sets is ending. Take with you what is yours: after a while "
            "its words are destroyed for good."
        ),
        button=_("See what to take, and until when"),
    ),
    Wording(
        Kind.FORGOTTEN,
        Group.SET,
        title=_("What was said has been destroyed"),
        says=_(
            "The keys to the words of one of your sets, or to your own words in it, "
            "have been destroyed. Nobody can read them any more."
        ),
        button=_("Read what was done"),
    ),
    Wording(
        Kind.FAREWELL,
        Group.SET,
        title=_("You are no longer in one of your sets"),
        says=_(
            "You are no longer in one of your sets, and read nothing of it. Take with "
            "you what is yours."
        ),
        button=_("See what you can take, and what happens to your words"),
        then=_(
            "For thirty days you can also have your own words in it destroyed. If you "
            "do nothing, they stay with the set until it ends."
        ),
    ),
    Wording(
        Kind.OFFICE,
        Group.PEOPLE,
        title=_("You are asked to look after a programme"),
        title_by=_("%(by)s asks you to look after a programme"),
        says=_("You have been given a part in an action learning programme."),
        says_by=_("%(by)s has given you a part in an action learning programme."),
        button=_("See the programme"),
        then=_("You see how it goes, and never what is said in its sets."),
    ),
    Wording(
        Kind.PROGRAMME,
        Group.PEOPLE,
        title=_("You are invited to an action learning programme"),
        title_by=_("%(by)s invites you to an action learning programme"),
        says=_(
            "You are invited to take part in action learning: a few people who meet "
            "every few weeks and help one another think, by asking questions."
        ),
        says_by=_(
            "%(by)s would like you to take part in action learning: a few people who "
            "meet every few weeks and help one another think, by asking questions."
        ),
        button=_("Read about it, and say yes or no"),
        then=_(
            "Both answers are fine. It takes three minutes, and nobody asks for a "
            "reason."
        ),
    ),
    Wording(
        Kind.COMPOSED,
        Group.PEOPLE,
        title=_("The sets you asked for are put together"),
        says=_("The search for good sets has ended. Have a look at what it found."),
        button=_("See the sets"),
        then=_("Nothing is sent to anybody until you say so."),
    ),
    Wording(
        Kind.PLACED,
        Group.PEOPLE,
        title=_("Your set has been put together"),
        says=_("There is a set for you, with dates. Have a look at who is in it."),
        button=_("See your set, and say yes or no"),
        then=_("You may decline it without giving a reason."),
    ),
    Wording(
        Kind.NEEDED,
        Group.REMINDERS,
        title=_("A programme needs something of you"),
        says=_("In a programme you look after, something waits for you."),
        button=_("See what it is"),
    ),
    Wording(
        Kind.WOUND_UP,
        Group.PEOPLE,
        title=_("A programme has ended"),
        says=_(
            "A programme you took part in has ended. Your sets belong to those in "
            "them: they can go on for as long as they wish."
        ),
        button=_("See what stays yours"),
    ),
    Wording(
        Kind.REMINDER,
        Group.REMINDERS,
        title=_("You asked to be reminded"),
        says=_("You asked Askwell to remind you of something today."),
        button=_("See what it was"),
    ),
    Wording(
        Kind.SURVEY,
        Group.SET,
        title=_("A few questions for you"),
        says=_(
            "A programme you take part in asks how things go. It takes two minutes, "
            "and no name is kept with what you answer."
        ),
        button=_("Read the questions"),
        then=_("Answer only if you like. Nobody is told who did not."),
    ),
    Wording(
        Kind.SNAPSHOT,
        Group.PEOPLE,
        title=_("New figures of a programme"),
        says=_(
            "The figures of the past quarter are ready, for one of your programmes. "
            "They point at nobody, and stay as they are."
        ),
        button=_("See the figures"),
    ),
    Wording(
        Kind.OFFERED,
        Group.SET,
        title=_("Somebody in a set would tell others what they learned"),
        says=_(
            "Somebody in one of your sets has written down, in their own words, "
            "something they would like others to read."
        ),
        says_by=_(
            "%(by)s has written down, in their own words, something they would like "
            "others to read."
        ),
        button=_("Read it before anybody else does"),
        then=_("Any of you may say no. Nobody is told who did, or why."),
    ),
    Wording(
        Kind.STORY,
        Group.SET,
        title=_("News of what you offered to tell"),
        says=_("There is an answer to something you offered for others to read."),
        button=_("See how it stands"),
    ),
    Wording(
        Kind.TRAINING,
        Group.PEOPLE,
        title=_("Your training as a facilitator"),
        says=_("There is something new in your training as a facilitator."),
        says_by=_("%(by)s has something for you in your training as a facilitator."),
        button=_("See what it is"),
    ),
    Wording(
        Kind.OBSERVED,
        Group.PEOPLE,
        title=_("An observation of how you facilitated"),
        says=_("Somebody has written down what they saw while you facilitated."),
        says_by=_("%(by)s has written down what they saw while you facilitated."),
        button=_("Read it"),
        then=_("It is kept in your own record. Nobody reads it unless you show it."),
    ),
    Wording(
        Kind.FEEDBACK,
        Group.SET,
        title=_("How was the facilitation?"),
        says=_(
            "Whoever facilitated your last meeting would like to learn from you. It "
            "takes a minute, and no name is kept with what you answer."
        ),
        says_by=_(
            "%(by)s, who facilitated your last meeting, would like to learn from you. "
            "It takes a minute, and no name is kept with what you answer."
        ),
        button=_("Answer in a minute"),
        then=_("Answer only if you like. Nobody is told who did not."),
    ),
    Wording(
        Kind.ROTA,
        Group.TURN,
        title=_("You facilitate soon"),
        says=_(
            "It is your turn to facilitate part of the next meeting. Everything to "
            "say will stand on your screen."
        ),
        button=_("See when, and get ready"),
    ),
)

_BY_KIND = {wording.kind: wording for wording in WORDINGS}


def wording_of(notice: Notice) -> Wording:
    """What a notice says; every kind says something."""
    return _BY_KIND[Kind(notice.kind)]


def group_of(kind: str) -> Group:
    """Which of a person's choices a kind of notice falls under."""
    return _BY_KIND[Kind(kind)].group
