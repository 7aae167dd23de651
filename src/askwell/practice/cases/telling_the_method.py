"""Telling the method: experts in a way of working, and a colleague who has doubts."""

from askwell.facilitation.interventions import Trigger
from askwell.practice.case import (
    Asks,
    Case,
    Ending,
    Fact,
    Habits,
    Look,
    Member,
    Presenter,
    Replies,
    Said,
    Scene,
    Stacks,
    Tells,
)
from askwell.process.words import _

PRESENTER = Presenter(
    person="farida",
    name="Farida Rahimi",
    job="Team lead in claims; her team has worked in sprints since January",
    temper="Conscientious; afraid of being the one who has not understood it.",
    headline="My team does the new method perfectly and has stopped talking",
    question="What has my team lost, and what is my part in it?",
    hurries=0.45,
    story=(
        "My team has worked in sprints since January. We are the model team. People "
        "come to look at our board.",
        "We used to argue. Loudly, about cases, at lunch. Now everybody says "
        "yesterday, today, blockers, and sits down. It takes nine minutes. It is dead "
        "quiet.",
        "Two weeks ago somebody left. In the exit talk she said, “I was never late "
        "with a card, and nobody ever asked me anything.”",
        "I do not want to know whether we do it properly. I want to look at what we "
        "have lost, and at what I have done.",
    ),
    replies=Replies(
        frank=(
            "I was so glad to have a method. It meant that I could stop being unsure "
            "in front of them.",
            "I miss the lunches. I had them moved. For the daily.",
            "I think they copy me. I have gone quiet too.",
            "It is not the board. I hide behind the board.",
        ),
        guarded=(
            "The figures are good, so it cannot be all wrong.",
            "We follow the guide quite closely.",
            "I expect it takes time to settle in.",
            "It is in the backlog, as we say.",
        ),
        fact=(
            "Nine people, one of them new.",
            "Two-week sprints, since January.",
            "The daily is at a quarter past twelve.",
        ),
        advice=(
            "We do that already. It is on the board.",
            "Yes, that is in the guide. I have read it.",
            "I will put a card in for it.",
        ),
        several=(
            "One at a time, please. That is a rule of mine now.",
            "Yes to the first. I do not remember the others.",
        ),
    ),
    thinking=Ending(
        clear="I came to hear whether we do it wrong. We do it right, and I use it so "
        "that nobody sees me not knowing. That is what they have learned from me.",
        partly="There is something about the lunches that I had not seen. I am not "
        "through with it.",
        stuck="I have four more practices to introduce. I am sure they are good. I am "
        "a little tired.",
    ),
    action="On Thursday I will move the daily back to nine, and go to lunch with them, "
    "and say there that I do not know how we go on.",
    borrowed="I will bring in the retrospective with the sailing boat, as Joachim "
    "describes it.",
    none="I would rather not turn it into a card. No action, if that is allowed.",
    look=Look(
        well="You kept the experts off my board. For half an hour it was about us.",
        poorly="I have learned a lot about the method. I knew most of it.",
    ),
)

JOACHIM = Member(
    person="joachim",
    name="Joachim Brandt",
    job="Specialist for new ways of working, wrote the guide",
    temper="A believer, patient and thorough; hears every doubt as a question on the "
    "guide.",
    habits=Habits(talks=0.95, tells=0.4, stacks=0.05, lectures=0.25),
    facts=(
        Fact("Are you using story points or hours?", "Points. Since week three."),
        Fact("Who is your product owner?", "On paper, I am. I know."),
    ),
    asks=(
        Asks(
            "What did you argue about, when you still argued?",
            "Cases. Details, really.",
            "About what is fair. We have not used that word since January.",
        ),
        Asks(
            "What does the method do for you that you do not say aloud?",
            "It gives structure.",
            "It speaks for me. I only have to point at it.",
        ),
        Asks(
            "What would you have liked to ask her, the one who left?",
            "What she wanted to do next.",
            "“What do you think?” Only that. In five years I never have.",
        ),
    ),
    tells=(
        Tells(
            "Have you tried liberating structures in the daily? One-two-four-all "
            "loosens it up in a week.",
            "We have had that. They counted off very correctly.",
            Asks(
                "What would loosen you up?",
                "A bit less to do.",
                "Somebody seeing me get it wrong, and laughing.",
            ),
        ),
        Tells(
            "You should separate the roles. You cannot be lead and product owner; that "
            "is page eleven.",
            "I know page eleven. You wrote it.",
            Asks(
                "What are you holding together by being both?",
                "There is nobody else.",
                "If I let one go, they would see that I only ever held the board.",
            ),
        ),
        Tells(
            "Why don’t you measure it? There is a team health check with traffic "
            "lights.",
            "Everything was green. She was green as well.",
            Asks(
                "What do the green lights not show?",
                "How people feel.",
                "That they are careful with me.",
            ),
        ),
        Tells(
            "What about a proper retrospective, with the sailing boat: wind, anchor, "
            "reef?",
            "We have a retrospective. There is always the same wind.",
            Asks(
                "What is never said in the retrospective?",
                "Nothing special.",
                "That we liked it better before. I have never said it either.",
            ),
        ),
    ),
    lectures=(
        "Many people confuse the ceremony with the principle. There are four values "
        "and twelve principles, and if you look at the history, the daily was never "
        "meant as a report. It comes from flying, in fact.",
        "In the maturity model you are at the end of level two. There is a dip there. "
        "We call it mechanical compliance. It is well described, and it goes over by "
        "itself once you get to self-organisation.",
        "When I did this at the railway, we had the same in thirty teams. I drew the "
        "adoption curve for them. The early majority always mourns, and one must not "
        "give in to it.",
    ),
    shares=(
        "I ran a team by the book once. At the end they gave me the book, signed. It "
        "took me a year to see that it was not a present.",
        "I ran a team by the book. So change the book a little, each sprint.",
    ),
    look=Look(
        well="I know the answers to nearly everything, and nobody needed one. I have "
        "something to think about.",
        poorly="I could have helped more if we had looked at the board.",
    ),
)

CELESTE = Member(
    person="celeste",
    name="Céleste Moreau",
    job="Scrum master for four teams",
    temper="Cheerful, certified, and fond of a good technique.",
    habits=Habits(talks=0.65, tells=0.3, stacks=0.15, lectures=0.1),
    facts=(Fact("How long is your planning?", "Two hours. To the minute."),),
    asks=(
        Asks(
            "What would your team say you are afraid of?",
            "Of being late.",
            "Of a pause. When there is a pause, I say “next”.",
        ),
        Asks(
            "What did lunch give you all that nine minutes cannot?",
            "Food.",
            "Somebody always said: that is nonsense. I miss that sentence.",
        ),
        Asks(
            "How do you know they are quiet, and not just finished?",
            "One hears it.",
            "They look at me before they sit down.",
        ),
    ),
    tells=(
        Tells(
            "Could you not start with a check-in question? I have a box with fifty of "
            "them.",
            "We have the box. Number twelve was “what colour are you today”.",
            Asks(
                "What question do you wish somebody would ask you in the morning?",
                "Whether I need a coffee.",
                "“What do you not know today?”",
            ),
        ),
        Tells(
            "My tip would be to let the facilitator rotate, with a little crown. It "
            "works a treat.",
            "A crown. They are loss adjusters.",
            Asks(
                "What would they do, if you did not run it?",
                "The same, I expect.",
                "Argue. I think that they would argue by Wednesday.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Who talks first, and who last, and do they look at the board or at you, "
            "and have you tried it without?",
            "At me. At the board. I do not know.",
            Asks(
                "What would happen without the board?",
                "Chaos.",
                "I should have to look at them.",
            ),
        ),
    ),
    lectures=(
        "There is lovely research on this, by the way. The teams in which everybody "
        "talks about the same amount do better at everything. I have a card game for "
        "it.",
    ),
    shares=(
        "My first team voted me out as scrum master. With sticky dots. It was the "
        "best-facilitated vote I ever had.",
    ),
    look=Look(
        well="I left the box closed. It felt odd and light.",
        poorly="I had three more techniques in my bag.",
    ),
)

BJORN = Member(
    person="bjorn",
    name="Björn Aalto",
    job="Works in IT operations; has seen five methods come",
    temper="Dry, friendly, thinks before each word.",
    habits=Habits(talks=0.13, tells=0.0, stacks=0.0, lectures=0.05),
    facts=(
        Fact(
            "Where did people sit at lunch?",
            "At the long table. It is a meeting point for visitors now.",
        ),
    ),
    asks=(
        Asks(
            "When did you yourself last say something in front of them that you were "
            "not sure of?",
            "I try to be clear.",
            "In December.",
        ),
        Asks(
            "What did you hope the method would save you from?",
            "Overtime.",
            "From their seeing that I was promoted too early.",
        ),
        Asks(
            "What is worth arguing about, in your work?",
            "The larger claims.",
            "Whether we believe people. That is what it always was.",
        ),
    ),
    shares=("In every method so far I have kept one rule: I go to lunch.",),
    look=Look(
        well="I had time to think. That is rare with us.",
        poorly="Much method. I did not like to disturb it.",
    ),
)

GRACIELA = Member(
    person="graciela",
    name="Graciela Ramos",
    job="Leads a neighbouring team that starts next month",
    temper="Practical, curious; would like to know whether it works.",
    habits=Habits(talks=0.6, tells=0.15, stacks=0.25, lectures=0.05),
    facts=(Fact("How long had she been with you?", "Five years. Longer than I have."),),
    asks=(
        Asks(
            "What do you do in those nine minutes?",
            "I listen.",
            "I count. I look at whether it will be nine.",
        ),
        Asks(
            "Who in the team has the courage to tell you?",
            "All of them could.",
            "The new one. He asked me why we whisper.",
        ),
        Asks(
            "If they had lost their tongue at home, what would you do?",
            "Wait until it passes.",
            "Sit down with them and say: I miss you. Oh.",
        ),
    ),
    tells=(
        Tells(
            "Shouldn’t you just stop the daily for a month, and see who minds?",
            "Then I should have to explain it to the visitors.",
            Asks(
                "For whom are you a model team?",
                "For the department.",
                "For Joachim’s slides. I wanted to be on that slide.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Do they like it, and did you ask, and what did she say exactly, and would "
            "you do it again?",
            "She said that nobody asked. I would do it again. I think.",
            Asks(
                "What does that sentence of hers do to you?",
                "It is a pity.",
                "I hear it each time somebody says “no blockers”.",
            ),
        ),
        Stacks(
            "What comes first in your day, and what would you drop, and is that the "
            "method or the work?",
            "The board comes first. I do not know which of them that is.",
            Asks(
                "What would you drop tomorrow, if nobody came to look?",
                "The report.",
                "The stopwatch. I have a stopwatch, you know.",
            ),
        ),
    ),
    shares=(
        "We had a language rule once: no jargon. People began to draw. It was the "
        "funniest week of the year.",
    ),
    look=Look(
        well="I asked one thing at a time and got answers that I shall need next "
        "month.",
        poorly="I know how to do it now. I do not know how it is.",
    ),
)

CASE = Case(
    name="telling_the_method",
    title=_("Telling the method"),
    context="new_ways",
    level=1,
    situation=_(
        "Specialists for new ways of working sit in this set, and they know a "
        "technique for everything. Farida’s team does it all correctly and has gone "
        "quiet. Keep it from becoming a training course."
    ),
    presenter=PRESENTER,
    members=(JOACHIM, CELESTE, BJORN, GRACIELA),
    scenes=(
        Scene(
            trigger=Trigger.PUZZLE,
            about="joachim",
            after=8,
            begins=(
                Said(
                    "graciela",
                    "Sorry, a quick one: may you move the daily in the middle of a "
                    "sprint at all?",
                ),
                Said(
                    "joachim",
                    "Strictly, that is a change to the working agreement. So it needs "
                    "the retrospective, and then the next planning.",
                ),
            ),
            goes_on=(
                Said(
                    "celeste",
                    "Oh, I would see that differently. It is an event, not an "
                    "agreement. The 2020 guide says so.",
                ),
                Said(
                    "joachim",
                    "The 2020 guide leaves it open, Céleste. Ours says it on page "
                    "nine.",
                ),
                Said(
                    "graciela",
                    "And with us, where half of them work part-time? Do we do two of "
                    "them?",
                ),
            ),
            met=(
                Said("farida", "A direct answer would do. May I move it, yes or no?"),
                Said("joachim", "Yes. Ask them, and move it."),
                Said(
                    "farida",
                    "So nothing was stopping me. That is interesting. And not very "
                    "comfortable.",
                ),
            ),
        ),
        Scene(
            trigger=Trigger.WHAT_SHOULD_I_DO,
            about="farida",
            after=21,
            begins=(
                Said(
                    "farida",
                    "Joachim, you wrote the thing. What does one do, by the book, with "
                    "a team that has gone silent?",
                ),
            ),
            goes_on=(
                Said(
                    "joachim",
                    "By the book you begin with safety. There is a workshop for it, "
                    "half a day. I would run it for you.",
                ),
                Said("farida", "Half a day. Yes, why not. Send me the card."),
            ),
            met=(
                Said(
                    "farida",
                    "I know what I want: that somebody says “nonsense” at lunch. There "
                    "is no page for that.",
                ),
            ),
        ),
    ),
)
