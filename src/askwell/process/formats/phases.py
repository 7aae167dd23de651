"""The phases of the classic meeting, from which several formats are built."""

from askwell.process.formats.shape import Capture, Floor, Nudge, Phase, Role
from askwell.process.kinds import (
    ACTION,
    ANSWER,
    APPRECIATION,
    BID,
    CLARIFYING_QUESTION,
    EXAMPLE,
    EXPERIENCE,
    FEEDBACK,
    LEARNING,
    OBSERVATION,
    OFFER,
    OPEN_QUESTION,
    STORY,
    UPDATE,
)
from askwell.process.words import _

ADVICE = Nudge(
    when=_("Somebody gives advice"),
    say=_("What question is behind that?"),
    trigger="advice",
)
ADVICE_AGAIN = Nudge(
    when=_("Advice keeps coming"),
    say=_(
        "Let's pause. Are we asking, or are we telling? "
        "What does our presenter need from us?"
    ),
    trigger="advice_again",
)
STACKED = Nudge(
    when=_("Several questions come at once"),
    say=_("Which of these is the one? Ask it, and stop there."),
    trigger="stacked",
)
TOO_FAST = Nudge(
    when=_("Answers come fast and fluently"),
    say=_("Let's slow down. Ten seconds of quiet before each reply."),
    trigger="answers_fast",
)
DRIFT = Nudge(
    when=_("Talk moves away from the presenter"),
    say=_("How does this serve our presenter's question?"),
    trigger="focus_left",
)
ONE_VOICE = Nudge(
    when=_("One voice carries most of it"),
    say=_("Let's hear from someone who has not asked yet."),
    trigger="one_voice",
)
ASKS_FOR_ADVICE = Nudge(
    when=_("The presenter asks what to do"),
    say=_("What do you already know that you want?"),
    trigger="what_should_i_do",
)
DISTRESS = Nudge(
    when=_("The presenter is upset"),
    say=_("Would you like to stop, to pause, or to go on? You decide."),
    trigger="distress",
)
NO_ACTION = Nudge(
    when=_("No action is chosen"),
    say=_("That is fine. What will you notice before we meet again?"),
    trigger="no_action",
)

CHECK_IN = Phase(
    name="check_in",
    title=_("Check-in"),
    purpose=_("Everyone arrives, says a few words, and recalls what was agreed."),
    floor=Floor.EVERYONE_IN_TURN,
    minutes=10,
    prompts={
        Role.FACILITATOR: _(
            "Welcome. What is said here stays here. One after the other: "
            "how are you arriving, and what needs setting aside?"
        ),
        Role.MEMBER: _(
            "When your turn comes, say how you are arriving and what you are "
            "setting aside. Nothing is written down."
        ),
    },
    captures=(Capture.ATTENDANCE,),
    spoken_only=True,
)

REPORT_BACKS = Phase(
    name="report_backs",
    title=_("Report-backs"),
    purpose=_("Everyone with an open action says what became of it."),
    floor=Floor.ACTION_OWNERS,
    minutes_each=4,
    kinds={Role.MEMBER: (UPDATE, LEARNING, CLARIFYING_QUESTION)},
    prompts={
        Role.FACILITATOR: _(
            "What did you do, what happened, what did you learn, and what is "
            "still open? Nobody is being marked."
        ),
        Role.MEMBER: _(
            "When your turn comes, say what became of your actions and what you "
            "learned. Listen to the others; keep any question short."
        ),
    },
    captures=(Capture.REPORT_BACKS, Capture.LEARNINGS),
    nudges=(
        Nudge(
            when=_("Somebody apologises for not having done it"),
            say=_("No need. What got in the way, and what does that tell you?"),
        ),
        Nudge(
            when=_("A report-back turns into a slot"),
            say=_("That sounds alive. Would you like to bid for time with it?"),
        ),
    ),
)

REPORT_BACKS_IF_ANY = Phase(
    name="report_backs",
    title=_("Report-backs"),
    purpose=_("Actions from earlier meetings are heard before anything new."),
    floor=Floor.ACTION_OWNERS,
    minutes_each=2,
    kinds=REPORT_BACKS.kinds,
    prompts=REPORT_BACKS.prompts,
    captures=REPORT_BACKS.captures,
    nudges=REPORT_BACKS.nudges,
    only_with_open_actions=True,
)

BIDS = Phase(
    name="bids",
    title=_("Who wants time"),
    purpose=_("The set hears who wants time, and settles who presents today."),
    floor=Floor.BIDDERS,
    minutes=5,
    kinds={Role.MEMBER: (BID,)},
    prompts={
        Role.FACILITATOR: _("Who wants time, on what, and how pressing is it?"),
        Role.MEMBER: _(
            "Would you like time today? Say it in one line and how pressing it is. "
            "Not today is fine, too."
        ),
    },
    captures=(Capture.BIDS, Capture.ORDER),
    nudges=(
        Nudge(
            when=_("Nobody asks for time"),
            say=_(
                "It is a while since some of us presented. "
                "What is on your desk that will not go away?"
            ),
        ),
        Nudge(
            when=_("What somebody asks for sounds like a puzzle with one right answer"),
            say=_("Would a direct answer help, or is there more to it?"),
        ),
    ),
)

PRESENT = Phase(
    name="present",
    title=_("Present"),
    purpose=_("The presenter tells the story and says what to work on."),
    floor=Floor.PRESENTER,
    minutes=5,
    kinds={Role.PRESENTER: (STORY,)},
    prompts={
        Role.FACILITATOR: _(
            "What question do you want us to work on, and what would make this "
            "time worthwhile? Take your time; nobody will interrupt."
        ),
        Role.PRESENTER: _(
            "Tell what is going on, what you have tried, and the question you "
            "want us to work on."
        ),
        Role.MEMBER: _("Listen. Notice what you become curious about."),
    },
    captures=(Capture.TOPIC, Capture.QUESTION),
    nudges=(DISTRESS,),
    not_now={
        "clarifying_question": _("Let the story be told first."),
        "open_question": _("Let the story be told first."),
    },
)

CLARIFY = Phase(
    name="clarify",
    title=_("Clarify"),
    purpose=_("Members ask for the few facts they need in order to follow."),
    floor=Floor.MEMBERS_AND_PRESENTER,
    minutes=5,
    kinds={Role.MEMBER: (CLARIFYING_QUESTION,), Role.PRESENTER: (ANSWER,)},
    prompts={
        Role.FACILITATOR: _("Only the facts we need in order to follow; one each."),
        Role.PRESENTER: _("Answer briefly. You may pass any question."),
        Role.MEMBER: _("Ask for a fact if you need one. Otherwise listen."),
    },
    captures=(Capture.FACTS,),
    nudges=(
        Nudge(
            when=_("The questions already go deeper"),
            say=_("Good question; keep it for a moment. Any facts we still need?"),
        ),
    ),
    not_now={
        "open_question": _("Facts first. Keep that question; its time is next."),
    },
)

EXPLORE = Phase(
    name="explore",
    title=_("Explore"),
    purpose=_("Open questions help the presenter to think afresh."),
    floor=Floor.MEMBERS_AND_PRESENTER,
    minutes=20,
    kinds={Role.MEMBER: (OPEN_QUESTION, OBSERVATION), Role.PRESENTER: (ANSWER,)},
    prompts={
        Role.FACILITATOR: _(
            "What question would help our presenter to think afresh? "
            "One at a time, and leave room after the answer."
        ),
        Role.PRESENTER: _(
            "Think aloud. Star a question that shifts your thinking; pass any "
            "that does not help."
        ),
        Role.MEMBER: _(
            "Ask one open question at a time, then wait. Leave your own answer out."
        ),
    },
    captures=(Capture.QUESTIONS, Capture.STARS),
    nudges=(
        ADVICE,
        ADVICE_AGAIN,
        STACKED,
        TOO_FAST,
        DRIFT,
        ONE_VOICE,
        ASKS_FOR_ADVICE,
        DISTRESS,
    ),
    not_now={
        "clarifying_question": _(
            "The facts are on the table. What question would open things up?"
        ),
    },
)

SILENCE = Phase(
    name="silence",
    title=_("Silence"),
    purpose=_("A minute without words, so that what was asked can settle."),
    floor=Floor.NOBODY,
    minutes=1,
    prompts={
        Role.FACILITATOR: _("Take a minute with the question that struck you."),
        Role.PRESENTER: _(
            "Stay with the question that struck you. A note here is yours alone."
        ),
        Role.MEMBER: _("Stay quiet, and with the presenter in thought."),
    },
    captures=(Capture.PRIVATE_NOTE,),
    quiet=True,
)

EXPERIENCE_ROUND = Phase(
    name="experience",
    title=_("Experience round"),
    purpose=_("Each member may share one thing from experience, with no strings."),
    floor=Floor.MEMBERS_ONCE_EACH,
    minutes=4,
    kinds={Role.MEMBER: (EXPERIENCE, EXAMPLE, OFFER, APPRECIATION)},
    prompts={
        Role.FACILITATOR: _(
            "Once each: one thing from your own experience, beginning with “I”. "
            "Our presenter only listens; no reply is needed. Passing is fine."
        ),
        Role.PRESENTER: _("Listen. Keep the offers you want; you owe nobody a reply."),
        Role.MEMBER: _(
            "Share one thing you lived through, once, or pass. End before the advice."
        ),
    },
    captures=(Capture.OFFERS,),
    nudges=(
        Nudge(
            when=_("A story ends in advice"),
            say=_("Thank you. We leave it there, without the “so you should”."),
        ),
    ),
    not_now={
        "open_question": _("The questions rest now; our presenter only listens."),
        "answer": _("Nothing needs a reply in this round."),
    },
)

REFLECT_AND_ACT = Phase(
    name="reflect_and_act",
    title=_("Reflect and act"),
    purpose=_(
        "The presenter says what has become clearer and what, if anything, to do."
    ),
    floor=Floor.PRESENTER,
    minutes=5,
    kinds={Role.PRESENTER: (LEARNING, ACTION)},
    prompts={
        Role.FACILITATOR: _(
            "Where is your thinking now? What, if anything, will you do, by when, "
            "and how will you know?"
        ),
        Role.PRESENTER: _(
            "Say where your thinking is now. Note an action only if you want one; "
            "none is fine."
        ),
        Role.MEMBER: _("Listen. What happens next is the presenter's choice alone."),
    },
    captures=(Capture.LEARNINGS, Capture.ACTIONS),
    nudges=(NO_ACTION, ADVICE),
    required=True,
    not_now={
        "open_question": _("The questions have been asked; now our presenter thinks."),
        "learning": _("The presenter's learning comes first; yours comes later."),
    },
)

PROCESS_REVIEW = Phase(
    name="process_review",
    title=_("Process review"),
    purpose=_("The set looks at how it worked, not at the topic."),
    floor=Floor.PRESENTER_FIRST,
    minutes=5,
    kinds={
        Role.PRESENTER: (FEEDBACK, LEARNING),
        Role.MEMBER: (FEEDBACK, LEARNING),
        Role.FACILITATOR: (FEEDBACK, LEARNING),
        Role.OBSERVER: (FEEDBACK, LEARNING),
    },
    prompts={
        Role.FACILITATOR: _(
            "Presenter first: which question helped? Then all of us: "
            "what did we do well, and what could be better?"
        ),
        Role.PRESENTER: _("Say which question helped you most, and why."),
        Role.MEMBER: _("Say one thing we did well or could do better."),
        Role.OBSERVER: _("Say what you noticed about how we worked. No verdicts."),
    },
    captures=(Capture.HELPFUL_QUESTION, Capture.IMPROVEMENT, Capture.LEARNINGS),
    nudges=(
        Nudge(
            when=_("The topic starts again"),
            say=_("We have left the topic. How did we work together?"),
        ),
    ),
    required=True,
)

LEARNING_ROUND = Phase(
    name="learning_round",
    title=_("Learning round and close"),
    purpose=_("Everyone names one learning, and the next meeting is settled."),
    floor=Floor.EVERYONE_IN_TURN,
    minutes=15,
    kinds={
        Role.MEMBER: (LEARNING, APPRECIATION),
        Role.FACILITATOR: (LEARNING, APPRECIATION),
    },
    prompts={
        Role.FACILITATOR: _(
            "One thing you take away, in a sentence. Then: when do we meet next, "
            "and who hosts?"
        ),
        Role.MEMBER: _("Name one thing you take away, for yourself."),
    },
    captures=(Capture.LEARNINGS, Capture.NEXT_MEETING),
    required=True,
)
