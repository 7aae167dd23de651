"""Mandated members: people who were sent, and a presenter who wants it over with."""

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
    person="henrik",
    name="Henrik Dahl",
    job="Head of purchasing; was told to take part",
    temper="Fast, clever, answers like a press officer.",
    headline="I am to bring a topic, so here is one: my team does not take decisions",
    question="How do I get them to decide without asking me?",
    hurries=0.7,
    story=(
        "Right. I was asked to bring something. My team does not take decisions. "
        "Twelve buyers, all of them good, all of them in my doorway.",
        "I have told them that they may. I have told them in writing. They nod, and "
        "next day they are in the doorway again.",
        "I give it the usual answer and they go away happy. It takes me two hours a "
        "day. That is the problem, and I think I know the solution too, but fine.",
        "So the question is how I get them to decide. If we finish early, I shall not "
        "complain.",
    ),
    replies=Replies(
        frank=(
            "Wait. I do like it, when they stand there. I had not planned to say that.",
            "I answer so fast that nobody has to think. Including me.",
            "I was sent here, and I send them away. It is the same gesture.",
            "If they decided, I should have two hours, and no idea who I was in them.",
        ),
        guarded=(
            "It is a matter of mindset. Theirs.",
            "I have covered that with them.",
            "Simple: clear rules, clear limits.",
            "As I said, it is a question of time.",
        ),
        fact=(
            "Twelve. Limits of ten thousand each.",
            "Since I took over, three years ago.",
            "All of it is in writing.",
        ),
        advice=(
            "Done that. Next.",
            "Yes, yes. It is on my list.",
            "We have a tool for it.",
        ),
        several=(
            "In order: no, yes, not applicable.",
            "I will take them as a package. No.",
        ),
    ),
    thinking=Ending(
        clear="I wanted to know how I get them to decide. They have decided: they "
        "decided that I like to be asked. They are right.",
        partly="You have made me go slower than I wanted to. There is something about "
        "the doorway. Ask me next time.",
        stuck="Good. As I thought: clear rules. Could we close a little early?",
    ),
    action="For the next ten working days I will answer each one in the doorway with a "
    "single question and nothing else, and note what it does to me.",
    borrowed="I will roll out the decision matrix. That was on my list in any case.",
    none="No action required, I should think.",
    look=Look(
        well="I was made to slow down. I found it unpleasant, and it was the only "
        "useful thing this month.",
        poorly="Efficient. We did what we were told to do.",
    ),
)

LORENA = Member(
    person="lorena",
    name="Lorena Castillo",
    job="Sent by personnel; runs the leadership courses",
    temper="Eager that it should go well; afraid of pauses.",
    habits=Habits(talks=0.85, tells=0.3, stacks=0.3, lectures=0.1),
    facts=(
        Fact("Is there a deputy?", "There is a name for one in the chart."),
        Fact("How many come by on a day?", "Fifteen, perhaps."),
    ),
    asks=(
        Asks(
            "What do you feel, when somebody appears in the doorway?",
            "Interrupted.",
            "Wanted. For about four seconds.",
        ),
        Asks(
            "What have you taught them, without meaning to?",
            "The process.",
            "That my answer is always quicker than their thought.",
        ),
        Asks(
            "What would you do with two empty hours?",
            "Strategy.",
            "I do not know. I have filled every pause for twenty years.",
        ),
    ),
    tells=(
        Tells(
            "Have you tried office hours? Ten to eleven, and otherwise the door is "
            "shut.",
            "Had it. They queued.",
            Asks(
                "What does the open door give you?",
                "Information.",
                "Proof that I am needed here.",
            ),
        ),
        Tells(
            "You should do the delegation module with me. It has a poker game in it.",
            "I have done the poker game.",
            Asks(
                "What is hard for you to let go of?",
                "Large sums.",
                "The moment in which they look relieved.",
            ),
        ),
        Tells(
            "Couldn’t you answer with a question each time? There is a lovely list.",
            "“What do you think?” They hate that one.",
            Asks(
                "What do they expect to see in your face?",
                "A decision.",
                "Impatience. They come to find out how impatient I am.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "How does that make you feel, and them, and what does it do to the "
            "culture, and is it the same at home?",
            "Fine. Fine. No idea. No.",
            Asks(
                "Where else do people stand in your doorway?",
                "Nowhere.",
                "My son does. He asks me which trousers.",
            ),
        ),
        Stacks(
            "Would you say that you trust them, and do they trust you, and how would "
            "you put that on a scale of one to ten?",
            "Eight. Seven. Done.",
            Asks(
                "What would they trust you with?",
                "The budget.",
                "Not with a mistake. I do not think that they would bring me a "
                "mistake.",
            ),
        ),
        Stacks(
            "What have you tried, what worked, what did not, and what would be your "
            "next step?",
            "Rules, no, rules, more rules.",
            Asks(
                "What have all your attempts had in common?",
                "They were clear.",
                "They all came from me.",
            ),
        ),
    ),
    lectures=(
        "I just want to say how good it is that you are all here, because I know that "
        "for some of you it was not your own choice, and we in personnel really do see "
        "it as an offer, and the feedback so far has been excellent.",
    ),
    shares=(
        "I am told to be here as well, in fact. I had hoped that nobody would notice.",
    ),
    look=Look(
        well="There were three silences. I counted them, and I lived.",
        poorly="I hope that it was useful. It was useful, was it not?",
    ),
)

IGOR = Member(
    person="igor",
    name="Igor Savchenko",
    job="Plant engineer; was told to take part",
    temper="Angry at having been sent, and fair once that has been said.",
    habits=Habits(talks=0.5, tells=0.15, stacks=0.0, lectures=0.2),
    facts=(Fact("Can they say no to a supplier without you?", "On paper, yes."),),
    asks=(
        Asks(
            "What did you do with the last decision that somebody took without you?",
            "I approved it.",
            "I improved it. In front of the others. Ah.",
        ),
        Asks(
            "Who sent you, and what did you want to say to him?",
            "The board. Nothing.",
            "“Do you not trust me to know what I need?” That is exactly what my people "
            "must think.",
        ),
        Asks(
            "What would make you come here of your own accord?",
            "A free afternoon.",
            "A question that I cannot answer in ten seconds. You had one just now.",
        ),
    ),
    tells=(
        Tells(
            "Simple. Take the door off, or shut it. With us it is one or the other.",
            "It is a fire door.",
            Asks(
                "What is the door for, to you?",
                "Fire.",
                "So that I can see who is coming. I sit so that I can see.",
            ),
        ),
    ),
    lectures=(
        "I have two presses standing still, and I am sitting in a circle. In the plant "
        "somebody would have fixed this by now. With us, either a thing turns or it "
        "does not.",
        "They send us here because some director has read a book at an airport. Before "
        "that it was mindfulness. I have the cushion in my locker, it is very good "
        "under the knee.",
    ),
    shares=(
        "My foreman stopped asking me things. I thought he had understood it all. He "
        "had given up.",
    ),
    look=Look(
        well="I said that I was sent, and nobody was offended. Then I could work.",
        poorly="I was here. I have signed the list.",
    ),
)

AIKO = Member(
    person="aiko",
    name="Aiko Murphy",
    job="Controller; was told to take part and does not mind",
    temper="Quiet, exact; says the thing that counts if she is asked.",
    habits=Habits(talks=0.12, tells=0.0, stacks=0.0, lectures=0.0),
    facts=(
        Fact(
            "How many orders above the limit are there in a month?",
            "Six. The other three hundred are below it.",
        ),
    ),
    asks=(
        Asks(
            "You say they go away happy. How do you go away?",
            "Satisfied.",
            "Empty. I look to see who is next.",
        ),
        Asks(
            "What would you like to be asked, in your own doorway?",
            "Nothing more today.",
            "What I am working on. Nobody has asked me that for a year.",
        ),
        Asks(
            "What is the cost of an answer, in your house?",
            "Two hours a day.",
            "A thought that somebody does not have.",
        ),
    ),
    shares=(
        "I once let a wrong number stand, to see who would find it. It was found by an "
        "apprentice. I have never told anybody why it was there.",
    ),
    look=Look(
        well="I was asked whether I had a question or would pass. I liked having both.",
        poorly="Nobody needed me. It was quite restful.",
    ),
)

CHIDI = Member(
    person="chidi",
    name="Chidi Eze",
    job="Team lead in sales, volunteered",
    temper="Warm, quick, takes to people; talks a lot when it is stiff.",
    habits=Habits(talks=0.7, tells=0.25, stacks=0.15, lectures=0.1),
    facts=(
        Fact(
            "Which of the twelve never comes?",
            "Marit. Now that you ask. Marit never comes.",
        ),
    ),
    asks=(
        Asks(
            "What does Marit know that the other eleven do not?",
            "Her suppliers.",
            "That I do not bite. Or she does not need it, being liked by me.",
        ),
        Asks(
            "What would your people do, if you were away for a month?",
            "Ring me.",
            "They would manage. That sentence took me quite long.",
        ),
        Asks(
            "What is it you want for them, beyond decisions?",
            "Results.",
            "That they go home and are pleased with something they did.",
        ),
        Asks(
            "When did you last not know an answer, and say so?",
            "It does not happen often.",
            "Just now. In here. It is quite warm in here, is it not?",
        ),
    ),
    tells=(
        Tells(
            "What if you moved your desk in with them? I did, it was brilliant.",
            "Then they would only have to turn round.",
            Asks(
                "How near do you want to be to them?",
                "Near enough.",
                "Nearer than this. The doorway is how I do near.",
            ),
        ),
        Tells(
            "Why don’t you let Marit run it for a week?",
            "Interesting. No.",
            Asks(
                "What could you learn from Marit?",
                "Her filing.",
                "How one is not needed, and stays.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Are they afraid of you, or is it just habit, and do you like them, and do "
            "they know it?",
            "Habit. Yes. I assume so.",
            Asks(
                "How do they know that you like them?",
                "I answer them.",
                "They do not. I answer them. I thought that was how one shows it.",
            ),
        ),
    ),
    lectures=(
        "With us in sales it is all relationship, you see. I know the birthdays of "
        "everybody’s children, and I always say the number follows the heart, and last "
        "quarter it really did.",
    ),
    shares=(
        "I was the one that everybody asked, too. Then I had six weeks off with my "
        "back. They had grown by the time I returned, and I had shrunk.",
    ),
    look=Look(
        well="It began like a dentist’s waiting room, and it ended like a set.",
        poorly="It stayed a bit stiff. I talked against it; that did not help.",
    ),
)

CASE = Case(
    name="mandated",
    title=_("Members who were sent"),
    context="new_ways",
    level=3,
    situation=_(
        "Most of these people were told to take part. Henrik presents because somebody "
        "has to, and answers every question before it is finished. One member is angry "
        "at being here. Take them seriously, slow it down, and let them find out "
        "whether it is worth it."
    ),
    presenter=PRESENTER,
    members=(LORENA, IGOR, AIKO, CHIDI),
    scenes=(
        Scene(
            trigger=Trigger.CONFLICT,
            about="igor",
            after=8,
            begins=(
                Said(
                    "igor",
                    "Can I say something? This is a farce. Three of us were ordered "
                    "here, and she sits there and calls it an offer.",
                ),
                Said(
                    "lorena",
                    "That is really unfair, Igor. I have put a great deal of work into "
                    "this, and you came twenty minutes late.",
                ),
            ),
            goes_on=(
                Said(
                    "igor", "I was late because I work. Somebody in this firm has to."
                ),
                Said(
                    "lorena",
                    "If everybody had that attitude, we could close the whole "
                    "programme.",
                ),
                Said("henrik", "Suits me. Shall we?"),
            ),
            met=(
                Said(
                    "igor",
                    "What I need is that it may be said. I was sent, and it makes me "
                    "angry. It is not you, Lorena.",
                ),
                Said(
                    "lorena",
                    "I was sent as well. I had not dared to say that. Thank you.",
                ),
                Said(
                    "henrik",
                    "Interesting. Then there are four of us. I had taken you for the "
                    "management.",
                ),
            ),
        ),
    ),
)
