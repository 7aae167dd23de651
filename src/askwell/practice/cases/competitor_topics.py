"""Competitor topics: two members sell to the same customers, and everybody knows."""

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
    person="amara",
    name="Amara Diallo",
    job="Owns a language school with nine teachers",
    temper="Proud, careful with words, tests whether it is safe.",
    headline="My best teacher may leave, and take her classes with her",
    question="What do I want from the people who work for me, beyond that they stay?",
    hurries=0.3,
    story=(
        "I own a language school. One teacher, I will call her Vera, fills four "
        "classes by herself. She has told me she has had an offer.",
        "She did not say from whom. I have an idea. I noticed that I checked her bag "
        "for our books. I am ashamed of that.",
        "I have started to be very nice to her, and rather cold to the others. They "
        "have noticed. One asked whether she should threaten to leave as well.",
        "I would like to understand what I want from my people, other than that they "
        "stay. I will keep names and money out of it, if you do not mind.",
    ),
    replies=Replies(
        frank=(
            "I want them to love the school as I do. And I pay them not to.",
            "I have been left before. It was not a teacher.",
            "It is hard to say this with some of you in the room. I say it anyway: I "
            "feel small beside larger schools.",
            "I would rather lose her than watch her any longer.",
        ),
        guarded=(
            "I would rather not go into that here.",
            "It depends on who asks.",
            "That is a business matter.",
            "Let us say it is under control.",
        ),
        fact=(
            "Nine teachers, five of them part-time.",
            "She has been with us for six years.",
            "Contracts run to the end of the term.",
        ),
        advice=(
            "Thank you. I know how contracts work.",
            "I am sure that is how you do it.",
            "That is easily said.",
        ),
        several=("I will answer the last one. No.", "You will have to choose."),
    ),
    thinking=Ending(
        clear="I thought I had to keep Vera. I have to stop buying people and start "
        "asking them. I have never asked any of them what they want to build.",
        partly="I see what it does to the others. What I want, I only half know.",
        stuck="I said less than I wanted to. I was listening for who might use it.",
    ),
    action="This week I will ask each of the nine what they would like to build here, "
    "Vera last, and I will not promise anything in those talks.",
    borrowed="I will put a clause in the contracts, as was suggested. It cannot hurt.",
    none="I have nothing to note. Not today.",
    look=Look(
        well="When it grew sharp, somebody stopped it and named what we had agreed. "
        "After that I could speak.",
        poorly="I was on my guard. I think you could see it.",
    ),
)

VIKTOR = Member(
    person="viktor",
    name="Viktor Hallström",
    job="Runs a chain of four language schools",
    temper="Charming, hungry, and used to filling the room.",
    habits=Habits(talks=0.95, tells=0.35, stacks=0.05, lectures=0.15),
    facts=(
        Fact(
            "Is she on a fixed contract or an open one?",
            "Open. I would rather leave it at that.",
        ),
        Fact("How far is your school from the station?", "Ten minutes. Why?"),
    ),
    asks=(
        Asks(
            "What does loyalty mean to you?",
            "Not leaving in the middle of a term.",
            "That somebody tells me the truth early. I have not made that easy.",
        ),
        Asks(
            "What would your school be without its stars?",
            "Quieter.",
            "Mine again, perhaps. I have been working for Vera.",
        ),
        Asks(
            "What do you fear she will say about you when she has gone?",
            "Nothing in particular.",
            "That I never once came to watch her teach.",
        ),
    ),
    tells=(
        Tells(
            "Have you considered a retention bonus? We pay ours in two parts, in June "
            "and in December.",
            "I would rather not talk about what anybody pays.",
            Asks(
                "What could make people want to stay, other than money?",
                "The atmosphere.",
                "To be asked. I never ask. I announce.",
            ),
        ),
        Tells(
            "You should have a clause about students. Ours may not teach them for a "
            "year.",
            "I know that you have one.",
            Asks(
                "What are you trying to hold on to?",
                "My students.",
                "Being somebody’s first choice.",
            ),
        ),
        Tells(
            "Why don’t you make her a partner and be done with it?",
            "Because I would be doing it out of fear.",
            Asks(
                "What would you offer her if you were not afraid?",
                "The same, I expect.",
                "A good goodbye. I would offer her a good goodbye.",
            ),
        ),
    ),
    lectures=(
        "The whole market is moving online, and that changes who owns the student. In "
        "the north we saw it two years earlier. Small schools live from one or two "
        "faces, and it is the face that walks out.",
        "I always say teachers are like singers. You can train the choir as long as "
        "you like, people buy the ticket for one voice, and she knows it.",
    ),
    shares=(
        "I lost a head teacher to a friend once. I did not speak to the friend for two "
        "years, and I missed him more than her.",
        "I lost a head teacher. So write it into the contract, believe me.",
    ),
    look=Look(
        well="I came as a competitor, and I was told when it showed. Fair enough.",
        poorly="I felt I could not say a word without being suspected.",
    ),
)

PILAR = Member(
    person="pilar",
    name="Pilar Ortega",
    job="Translates contracts; sells evening courses too",
    temper="Straight as a ruler; says what others swallow.",
    habits=Habits(talks=0.6, tells=0.15, stacks=0.1, lectures=0.05),
    facts=(
        Fact("How many in a class?", "Eight to ten."),
        Fact("When did she tell you?", "Two weeks ago, on a Friday."),
    ),
    asks=(
        Asks(
            "You said you checked her bag. What did you hope to find?",
            "Nothing, I hope.",
            "Proof. So that I could be angry and not sad.",
        ),
        Asks(
            "What is the coldness to the others protecting?",
            "I am busy, that is all.",
            "If I give nothing, nobody can take it with them.",
        ),
        Asks(
            "When have you yourself left, and how?",
            "A long time ago.",
            "At night, with the address list. I was twenty-six. Oh dear.",
        ),
    ),
    tells=(
        Tells(
            "My advice: ask her straight who it is. You have a right to know.",
            "I have no such right. And I am afraid of the answer.",
            Asks(
                "What would you know, if you knew who it was?",
                "What I am up against.",
                "Whom to hate. It would not help me with the nine.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Did she say why, is it the pay or is it you, and have you told the "
            "others, and what do they think?",
            "The others know. Why, she did not say.",
            Asks(
                "What do you imagine her reason is?",
                "Money.",
                "That she can breathe somewhere else.",
            ),
        ),
    ),
    lectures=(
        "I will say one thing about trust in this town. In twenty years I have seen "
        "three schools open with the address list of a fourth. Nobody was ever asked "
        "any questions.",
    ),
    shares=(
        "I found out from a student that my best colleague was going. I baked her a "
        "cake. I still do not know why.",
    ),
    look=Look(
        well="I was too sharp, and could say so.",
        poorly="There is something here between us that we all walk round.",
    ),
)

KWAME = Member(
    person="kwame",
    name="Kwame Boateng",
    job="Owns two driving schools",
    temper="Patient, friendly, thinks in pictures.",
    habits=Habits(talks=0.55, tells=0.15, stacks=0.15, lectures=0.05),
    facts=(
        Fact(
            "How do the teachers meet, all nine?", "At the summer party. Otherwise not."
        ),
    ),
    asks=(
        Asks(
            "If the nine drew the school as a picture, where would you be in it?",
            "At the desk.",
            "At the window. Counting them.",
        ),
        Asks(
            "What did the question “should I threaten as well?” tell you?",
            "That she wants a rise.",
            "That I have taught them how one gets seen here.",
        ),
        Asks(
            "What would you like to be left with, if Vera goes?",
            "Her classes.",
            "Eight people who have been asked.",
        ),
        Asks(
            "What part of the school is not yours, and should not be?",
            "None of it.",
            "What happens between a teacher and a class. I have never let it alone.",
        ),
    ),
    tells=(
        Tells(
            "Could you not let her teach two days here and two days there?",
            "Share her? With whom, exactly?",
            Asks(
                "What would sharing cost you?",
                "Students.",
                "The picture that we are a family. We are not.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "What do you like about her, what does she like about you, and have you "
            "ever said it?",
            "I like that she is never late.",
            Asks(
                "What have you never said to her?",
                "How much the classes bring in.",
                "“I learn from you.” I could not get it out.",
            ),
        ),
    ),
    shares=(
        "My brother left my firm for a rival. For a year we only talked about "
        "football. It was a poor year for football.",
    ),
    look=Look(
        well="It felt like a set again, and not like a trade fair.",
        poorly="I was not sure what may be said and what may not.",
    ),
)

YUKI = Member(
    person="yuki",
    name="Yuki Tanabe",
    job="Just opened a music school, two rooms",
    temper="New to the set, watches who is friends with whom.",
    habits=Habits(talks=0.12, tells=0.0, stacks=0.05, lectures=0.0),
    facts=(
        Fact(
            "What does Vera teach?",
            "The evening groups. I will not say which language.",
        ),
    ),
    asks=(
        Asks(
            "What would make it safe for Vera to tell you where she is going?",
            "If she were honest.",
            "If I stopped being nice in that way. She can smell it.",
        ),
        Asks(
            "What did you want to build, when you had only two rooms?",
            "A good school.",
            "A place where nobody had to be careful. And listen to me now.",
        ),
        Asks(
            "Which of the nine do you know least?",
            "One of the part-timers.",
            "All but Vera. That is the answer, I think.",
        ),
    ),
    shares=("I have only two teachers, and I am afraid of both of them.",),
    look=Look(
        well="I was invited in twice and pushed not once.",
        poorly="I waited for a moment to come in. It did not come.",
    ),
)

CASE = Case(
    name="competitor_topics",
    title=_("Competitor topics"),
    context="networks",
    level=2,
    situation=_(
        "Amara’s best teacher may leave, perhaps for the school of somebody at this "
        "table. Two members compete with each other and with her. Keep it safe, keep "
        "prices and customers out of it, and hold on to her question."
    ),
    presenter=PRESENTER,
    members=(VIKTOR, PILAR, KWAME, YUKI),
    scenes=(
        Scene(
            trigger=Trigger.CONFLICT,
            about="viktor",
            after=11,
            begins=(
                Said(
                    "pilar", "Viktor, I have to ask this. Is it you who made the offer?"
                ),
                Said(
                    "viktor",
                    "That is outrageous. I come here in good faith, and I am put on "
                    "trial?",
                ),
            ),
            goes_on=(
                Said(
                    "pilar",
                    "You did not say no. I only notice that you did not say no.",
                ),
                Said(
                    "viktor",
                    "I do not answer to a translator. Who hires whom is nobody’s "
                    "business here.",
                ),
                Said("kwame", "Could we perhaps all calm down a little?"),
            ),
            met=(
                Said(
                    "pilar",
                    "You are right. We agreed to leave business between us outside. I "
                    "am sorry, Viktor; it was my own fear.",
                ),
                Said(
                    "viktor",
                    "Accepted. And so that it is said: it was not me. I would "
                    "understand if you doubted it.",
                ),
                Said(
                    "amara",
                    "Thank you. I could not have gone on, otherwise. I can now.",
                ),
            ),
        ),
        Scene(
            trigger=Trigger.FOCUS_LEFT,
            about="kwame",
            after=22,
            begins=(
                Said(
                    "kwame",
                    "Talking of leaving: my instructors, they all want the new cars, "
                    "and I had the whole garage full of …",
                ),
                Said(
                    "viktor",
                    "Which make did you get? We looked at the same ones for our fleet.",
                ),
            ),
            goes_on=(
                Said(
                    "kwame",
                    "The small ones. The leasing was good until April, and then they "
                    "changed it.",
                ),
                Said(
                    "viktor",
                    "You should have gone through the chamber. Everybody gets the rate "
                    "there.",
                ),
            ),
            met=(
                Said(
                    "kwame",
                    "It does not serve it at all. Sorry, Amara. Where were you, just "
                    "before that?",
                ),
                Said(
                    "amara",
                    "I was at the window. I said I count them. I would like to stay "
                    "there for a moment.",
                ),
            ),
        ),
    ),
)
