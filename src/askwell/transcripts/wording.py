"""What a report says in words of its own, marked for translation."""

from collections.abc import Mapping
from dataclasses import dataclass

from askwell.process.words import _
from askwell.transcripts.report import Note, Section, Unit


@dataclass(frozen=True, slots=True)
class FigureWords:
    """What a figure is called, how it was got, and what it cannot tell."""

    title: str
    unit: Unit
    how: str
    cannot: str


UNNAMED = _("Unnamed")
SOMEONE = _("someone")
MEMBER = _("Member {letter}")

YOU_SAID_SO = _("You said so.")
LOOKS_AFTER = _("Opened, gave turns by name or kept time more than anybody else.")
ANSWERS = _("Answered most questions, at length and in the first person.")
NOTHING_ELSE = _("Nothing pointed to another part.")

OPEN_AND_SHORT = _("Open, and short enough to think about.")
OWN_WORDS_ASKED = _("Asked with a word of the presenter's own.")
ANSWERED_AT_LENGTH = _("The presenter had much to say to it.")
SILENCE_KEPT = _("It stayed quiet afterwards, and there was time to think.")
OWN_WORDS_GIVEN = _("Gave back the presenter's own words.")

ONLY_STARTS = _(
    "This file says when words began and not when they ended: how long people spoke is "
    "estimated from their words, and pauses cannot be told."
)
ONLY_WORDS = _(
    "This file holds no times: how long people spoke is estimated from the number of "
    "their words (150 a minute), and pauses cannot be told."
)
SOME_UNNAMED = _("Some words had no speaker's name and count as Unnamed.")
LONG_CAPTIONS = _(
    "Some captions last over a minute; whoever spoke them may have paused in between."
)
NO_FACILITATOR = _(
    "Nobody clearly facilitated. If somebody did, say who: their time and questions "
    "are counted with the members' otherwise."
)
NO_PRESENTER = _(
    "Nobody clearly presented. If somebody did, say who: their answers are counted as "
    "telling otherwise."
)
GUESSED = _(
    "Who presented and who facilitated is a guess. Say who it was if it is wrong."
)
SEVERAL_SLOTS = _(
    "Several people seem to have presented one after the other; outside their own slot "
    "each counts as a member."
)

FIGURES: Mapping[str, FigureWords] = {
    "presenter_share": FigureWords(
        _("Speaking time of the presenter"),
        Unit.SHARE,
        _("The time of all captions of whoever presented, out of all captions."),
        _("Whether it was enough for them. Only they know."),
    ),
    "facilitator_share": FigureWords(
        _("Speaking time of the facilitator"),
        Unit.SHARE,
        _("The time of all captions of whoever facilitated, out of all captions."),
        _("What their words or their silence did for the set."),
    ),
    "turn_equality": FigureWords(
        _("How evenly turns went round among members"),
        Unit.SHARE,
        _(
            "One less the Gini coefficient of the number of turns each member took: "
            "100 % is the same for all. Presenter and facilitator are left out."
        ),
        _("Who listened well. Whoever never spoke is not in the file."),
    ),
    "open_share": FigureWords(
        _("Open questions, out of all questions"),
        Unit.SHARE,
        _("Questions of members and the facilitator that the coach reads as open."),
        _("Whether a question helped. A short yes-or-no question can be just right."),
    ),
    "asked_share": FigureWords(
        _("Asking, out of asking and telling"),
        Unit.SHARE,
        _("Members' questions, out of their questions, advice and own experience."),
        _("Whether experience was asked for; the words alone do not say."),
    ),
    "steering": FigureWords(
        _("Could be heard as advice, or as leading"),
        Unit.TIMES,
        _("Sentences of members and the facilitator that the coach reads so."),
        _("How they were meant, and how the presenter took them. The coach errs."),
    ),
    "reflections": FigureWords(
        _("Reflections for each question"),
        Unit.RATIO,
        _("Sentences that give back what was said, divided by questions."),
        _("Whether the presenter felt understood."),
    ),
    "wait_time": FigureWords(
        _("Quiet after a question"),
        Unit.SECONDS,
        _(
            "The median time from the end of a question to whoever spoke next; over 30 "
            "seconds counts as a break."
        ),
        _("What went on in the quiet. Captions may end late, which makes it shorter."),
    ),
    "silences": FigureWords(
        _("Silences kept after a question"),
        Unit.TIMES,
        _("Times when it stayed quiet for three seconds or more."),
        _("Whether somebody was thinking, or the line was down."),
    ),
    "stacked": FigureWords(
        _("Questions asked in one breath"),
        Unit.TIMES,
        _("Times when somebody asked two or more questions without a pause between."),
        _("Which of them was answered."),
    ),
    "longest_speech": FigureWords(
        _("Longest turn of anybody but the presenter"),
        Unit.SECONDS,
        _("The time of all captions of one person before somebody else spoke."),
        _("Whether it was an answer that somebody had asked for."),
    ),
}

NOTES = (
    Note(
        Section.STRENGTHS,
        _("What went well"),
        _(
            "Open questions that were short, used the presenter's words or were "
            "answered at length; silences kept; reflections in their own words."
        ),
        _("What mattered most to the presenter. Ask them."),
    ),
    Note(
        Section.TALK,
        _("Who spoke, and for how long"),
        _(
            "The times of captions added up for each person. Words spoken at the same "
            "time count for each."
        ),
        _("Who was listened to. Much or little is neither good nor bad in itself."),
    ),
    Note(
        Section.ASKING,
        _("Who asked and who told"),
        _(
            "Each sentence is read by the question coach. Asking is every kind of "
            "question; telling is advice and one's own experience."
        ),
        _(
            "How a thing was said, or what the set had agreed; and the coach errs at "
            "times. Compare meetings with each other, never people."
        ),
    ),
    Note(
        Section.PAUSES,
        _("Quiet after questions"),
        _("From the end of the caption with a question to the start of the next one."),
        _("What went on in the quiet."),
    ),
    Note(
        Section.SPEECHES,
        _("Longest turns"),
        _("All that one person said before somebody else spoke."),
        _("Whether it was asked for."),
    ),
    Note(
        Section.STACKED,
        _("Questions asked in one breath"),
        _("Two or more questions of three words or more with no pause between them."),
        _("Which of them the presenter heard."),
    ),
    Note(
        Section.TIMELINE,
        _("The meeting over time"),
        _("Equal slices from the first word to the last, and who had the air in each."),
        _("What was going on. You were there."),
    ),
    Note(
        Section.MOMENTS,
        _("Moments worth talking about"),
        _(
            "Sentences said soon before or after the presenter spoke, about which the "
            "coach is surest: at most seven, at most two of one person, "
            "without their names."
        ),
        _("How they were meant. Ask what question was behind them."),
    ),
    Note(
        Section.CAST,
        _("Who had which part"),
        _("Guessed from what people say, unless you said who it was."),
        _("Parts that were agreed and never spoken of."),
    ),
)
