"""Words to invite with: one text for each thing a set may be for."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from askwell.web.programmes.models import LearningSet

For = LearningSet.For


@dataclass(frozen=True)
class Text:
    """What to write to somebody whom one would like in a set."""

    meant_for: For
    title: object
    words: object

    @property
    def rows(self) -> int:
        """How many lines it takes to show all of it at a usual width."""
        return 1 + sum(1 + len(line) // 70 for line in str(self.words).splitlines())


TEXTS = (
    Text(
        For.PEERS,
        _("To colleagues"),
        _(
            "Hello,\n\n"
            "I am starting a small set: five or six of us who do similar work in "
            "different corners, and do not report to one another. We meet every five "
            "weeks or so. Each time one or two of us bring something real that we are "
            "stuck with or about to try. The others only ask questions; nobody gives "
            "advice. It is called action learning.\n\n"
            "What is said stays among us; nobody above us reads any of it. Six "
            "meetings to begin with, and you can leave at any time without saying "
            "why.\n\n"
            "Would you like to be one of us? The link comes in a separate mail."
        ),
    ),
    Text(
        For.ACROSS,
        _("To people in other organisations"),
        _(
            "Hello,\n\n"
            "I am bringing together five or six people from different organisations "
            "who carry similar responsibility. One person at a time brings something "
            "they are working on; the others, who know nothing of it, ask. You would "
            "be surprised how far a question from outside can carry. It is called "
            "action learning.\n\n"
            "No organisation reads what is said, yours no more than mine, and we "
            "leave out what competitors must not share. Six meetings to begin with, "
            "by video, some five weeks apart.\n\n"
            "Would you like to join? The link comes in a separate mail."
        ),
    ),
    Text(
        For.NETWORK,
        _("To other owners and managers"),
        _(
            "Hello,\n\n"
            "Running a business, one has plenty of people who want answers and few "
            "who ask good questions. I would like to change that for six of us. We "
            "meet, one of us brings a decision or a worry, the others ask until the "
            "matter looks different, and whoever brought it decides what to do. "
            "Nobody sells, and nobody advises. It is called action learning.\n\n"
            "None of us compete, and what is said stays in the room. Six meetings to "
            "begin with, some five weeks apart.\n\n"
            "Are you in? The link comes in a separate mail."
        ),
    ),
    Text(
        For.LEADERSHIP,
        _("To people on the same programme"),
        _(
            "Hello,\n\n"
            "We are on the same programme, and I should like to work on what we "
            "really lead, not on cases. In a set of five or six, one person at a time "
            "brings a live challenge; the others listen and ask, and give no advice. "
            "Next time we hear what came of it. It is called action learning.\n\n"
            "Nobody assesses it and nobody outside reads it, those who run the "
            "programme included. Six meetings, some five weeks apart.\n\n"
            "Would you like to be one of us? The link comes in a separate mail."
        ),
    ),
    Text(
        For.NEW_WAYS,
        _("To others who bring a new way of working"),
        _(
            "Hello,\n\n"
            "We are each trying to bring the same new way of working into places that "
            "did not ask for it. The method can be taught; what we meet on the way "
            "cannot. So I am starting a set of five or six: one of us brings what is "
            "difficult just now, the others ask, and nobody explains the method. It "
            "is called action learning.\n\n"
            "What is said stays among us. Six meetings to begin with, some five weeks "
            "apart.\n\n"
            "Would you join? The link comes in a separate mail."
        ),
    ),
    Text(
        For.CHANGE,
        _("To people who face the same change"),
        _(
            "Hello,\n\n"
            "The same change is coming at us from different sides. Rather than wait "
            "for someone who knows the answer, I should like five or six of us to "
            "think together: one at a time brings what the change means for their own "
            "work, the others ask questions, and nobody tells anybody what to do. "
            "Next time we hear what each of us tried. It is called action "
            "learning.\n\n"
            "It is no place to report to anyone: what is said stays among us. Six "
            "meetings to begin with, some five weeks apart.\n\n"
            "Would you like to be part of it? The link comes in a separate mail."
        ),
    ),
)

ASKED = (
    (
        _("“How much time is it?”"),
        _(
            "An hour to three, every five weeks or so, six times. And whatever you "
            "decide to do in between, which is your own work anyway."
        ),
    ),
    (
        _("“Do I have to bring a problem?”"),
        _(
            "Something live that is yours: a problem, a decision, a chance you would "
            "like to take. Not at the first meeting, and never against your will."
        ),
    ),
    (
        _("“Will my boss hear of it?”"),
        _(
            "No. What is said stays in the set. Nobody in it answers to anybody else "
            "in it, and no organisation can read its pages."
        ),
    ),
    (
        _("“Who teaches it?”"),
        _(
            "Nobody. There is somebody who keeps the time and the process, and the "
            "words for that stand on the screen."
        ),
    ),
    (
        _("“What if I have no idea about the others’ work?”"),
        _("All the better. Who does not know the answer asks the better question."),
    ),
    (
        _("“And if it is not for me?”"),
        _("Say no now or leave later. Nobody asks why."),
    ),
)
