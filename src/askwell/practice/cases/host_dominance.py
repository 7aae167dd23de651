"""Host dominance: a set of three organisations meets where one of them is at home."""

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
    person="mireille",
    name="Mireille Fontaine",
    job="Manages volunteers for a small charity",
    temper="Courteous, quick to adapt; a guest, and feels it.",
    headline="Our partner has taken over our project out of kindness",
    question="How do I stay a partner when the other is so much larger?",
    hurries=0.3,
    story=(
        "We run a telephone line for people on their own, with sixty volunteers. Two "
        "years ago we began to work with an insurer. They are wonderful to us.",
        "They gave us a room, a system, training. Our volunteers now wear their "
        "lanyards. In May I read in a paper that it was their telephone line.",
        "Nobody did anything wrong. When I said something, they sent flowers. I put "
        "them in the kitchen and felt petty.",
        "What I want to look at is how I stay a partner. It would be worth it if I "
        "knew what I have given away without being asked to.",
    ),
    replies=Replies(
        frank=(
            "I gave it away myself. It was so comfortable to be looked after.",
            "I am angry, and I had not allowed myself to be, because of the flowers.",
            "I speak differently in this building. I hear it now.",
            "I have not asked the volunteers whose they think they are.",
        ),
        guarded=(
            "They really are very generous.",
            "I would not want to make too much of it.",
            "It is a question of communication, I think.",
            "On the whole it works.",
        ),
        fact=(
            "Sixty volunteers, about forty calls a night.",
            "The agreement is two pages long. It is friendly.",
            "It was in May, in the local paper.",
        ),
        advice=(
            "That is how it is done in a larger house, I am sure.",
            "Thank you. I will see whether we have somebody who could.",
            "Yes, your legal department would know that.",
        ),
        several=(
            "I am sorry, there were too many of them for me.",
            "To the last one: I think so.",
        ),
    ),
    thinking=Ending(
        clear="They did not take it. I handed it over, a lanyard at a time, and waited "
        "to be asked whether I minded. I mind. And it is mine to say.",
        partly="The flowers were the moment, I see that. What to do about the paper, I "
        "do not.",
        stuck="I have learned a great deal about how an insurer runs a project. I feel "
        "rather small, to be frank.",
    ),
    action="I will invite our partner to us, into our kitchen, by the end of the "
    "month, and I will say three things that must stay ours.",
    borrowed="I will ask for a slot in their steering group, as Gareth offers. It is "
    "very kind.",
    none="I will not decide anything here. I should like to be at home for that.",
    look=Look(
        well="Somebody noticed that I was a guest. From then on it was my hour.",
        poorly="Thank you for having me. It was most interesting to see how you do it.",
    ),
)

GARETH = Member(
    person="gareth",
    name="Gareth Llewellyn",
    job="Programme lead at the firm that hosts the set",
    temper="Hospitable, expansive, explains everything, twice if needed.",
    habits=Habits(talks=1.0, tells=0.35, stacks=0.05, lectures=0.2),
    facts=(
        Fact(
            "Which system did they put you on?", "I do not know its name. It is blue."
        ),
        Fact(
            "Have you a memorandum or a contract?", "Two pages. A memorandum, perhaps."
        ),
    ),
    asks=(
        Asks(
            "What was yours before there was a partner?",
            "The idea, I suppose.",
            "The voice. We never used a script. Now there is a script.",
        ),
        Asks(
            "What would you like to say to the person who sent the flowers?",
            "Thank you.",
            "“I did not want flowers. I wanted you to ring the paper.”",
        ),
        Asks(
            "What do you do in this room that you would not do at home?",
            "I am a little more formal.",
            "I wait until somebody has finished the tour.",
        ),
    ),
    tells=(
        Tells(
            "Why don’t you come on to our partnership board? I could put you on the "
            "agenda for the ninth.",
            "That is generous. I fear it would be one more room that is not ours.",
            Asks(
                "Where would you like this talk to take place?",
                "Anywhere is fine.",
                "In our kitchen. With the bad chairs.",
            ),
        ),
        Tells(
            "You want a proper brand agreement. Ours is forty pages, I will have it "
            "sent to you.",
            "Forty pages. We are four people.",
            Asks(
                "What would you want in your own two pages?",
                "Something on the logo.",
                "That we answer the telephone with our own name.",
            ),
        ),
        Tells(
            "Have you thought of using our stakeholder map? You score everybody from "
            "one to five.",
            "I am not sure that I would like my score.",
            Asks(
                "How do you see your own place in this?",
                "A junior partner.",
                "We are the reason that anybody rings.",
            ),
        ),
    ),
    lectures=(
        "Here at the firm we have gone through exactly this, with the hubs. What we "
        "did was a RACI, then the PMO took it into the stage gates, and by the second "
        "quarter the SteerCo had full transparency.",
        "You may have seen the atrium on your way in. That was the old claims hall. "
        "The partnership team sits where the tellers were, and I often think that this "
        "says it all.",
        "The thing with small partners, and I mean this with respect, is capacity. We "
        "have learned to do the heavy lifting for them, because otherwise nothing "
        "moves.",
    ),
    shares=(
        "We once rescued a museum so thoroughly that its director left. I still have "
        "her letter.",
        "We once rescued a museum. So let yourselves be helped, it is meant well.",
    ),
    look=Look(
        well="I did to Mireille what she came here to talk about. It was pointed out "
        "before I had quite finished.",
        poorly="Always a pleasure to host. Do take a lanyard on your way out.",
    ),
)

PRIYANKA = Member(
    person="priyanka",
    name="Priyanka Shah",
    job="Works for the host as well, in data",
    temper="Quick, loyal to Gareth, finishes his sentences.",
    habits=Habits(talks=0.6, tells=0.2, stacks=0.2, lectures=0.1),
    facts=(Fact("How many of the sixty are active in a month?", "About forty-five."),),
    asks=(
        Asks(
            "What do you count that they do not?",
            "The calls, like everybody.",
            "How often somebody rings back to say that they are all right.",
        ),
        Asks(
            "What did you give up first?",
            "The old room. It was damp.",
            "Saying no. I stopped saying no in the second month.",
        ),
        Asks(
            "What would you notice, if you were equal partners tomorrow?",
            "Better minutes.",
            "They would ask me something they do not know.",
        ),
    ),
    tells=(
        Tells(
            "Could you not get read access to their dashboard? Then you would see your "
            "own numbers.",
            "I would have to ask them for my own numbers. Listen to that.",
            Asks(
                "What do you have to ask for that used to be yours?",
                "Access, mainly.",
                "The names of our own volunteers.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Is it the brand or the data or the people, and which system has the "
            "contacts, and who is the controller?",
            "The people. The rest I do not know.",
            Asks(
                "Which of it matters most to you?",
                "All of it.",
                "The people. I said it first, did I not?",
            ),
        ),
        Stacks(
            "When you said something, who was it to, and what did they say, and was it "
            "in writing?",
            "To their press office. They were charming.",
            Asks(
                "What did you say, and what did you leave out?",
                "I mentioned the article.",
                "I left out that I was hurt.",
            ),
        ),
    ),
    lectures=(
        "Just to add to what Gareth said, in our house the taxonomy is that partners "
        "are tiered. Tier one has an SLA, tier two has a SPOC, and the third tier gets "
        "the newsletter.",
    ),
    shares=(
        "We got our data back from a vendor once. Nobody knew any more what the "
        "columns meant.",
    ),
    look=Look(
        well="I noticed that I had asked in our language. It was good to be stopped.",
        poorly="I hope that it was useful for the guests.",
    ),
)

TENDAI = Member(
    person="tendai",
    name="Tendai Moyo",
    job="Co-ordinates a food bank; second guest",
    temper="Thoughtful. Has been in such rooms before, and waits.",
    habits=Habits(talks=0.13, tells=0.0, stacks=0.0, lectures=0.0),
    facts=(
        Fact(
            "Who pays for the telephone itself?", "We do. That bill still comes to us."
        ),
    ),
    asks=(
        Asks(
            "What does your kitchen know about this that their office does not?",
            "How to share eleven cups.",
            "That we were never polite to each other, and it worked.",
        ),
        Asks(
            "What did you feel when you put on the lanyard?",
            "It was practical, for the doors.",
            "Important. And then I could not find my own badge any more.",
        ),
        Asks(
            "What would your volunteers fight for?",
            "The biscuits.",
            "For answering with their own first names. I am nearly sure.",
        ),
    ),
    shares=(
        "A supermarket gave us a van with its name on it. People thought the food was "
        "theirs. We painted it at night.",
    ),
    look=Look(
        well="I came in when I was invited, and I was let finish.",
        poorly="It was their house. One listens in somebody else’s house.",
    ),
)

OSKAR = Member(
    person="oskar",
    name="Oskar Lindgren",
    job="Runs community work for a football club",
    temper="Friendly, direct; says what he sees and blushes.",
    habits=Habits(talks=0.5, tells=0.15, stacks=0.1, lectures=0.05),
    facts=(
        Fact("What is it called on the telephone bill?", "The Evening Line. Our name."),
    ),
    asks=(
        Asks(
            "Where in all this have you been asked what you want?",
            "In the annual survey.",
            "Nowhere. And I did not say so anywhere either.",
        ),
        Asks(
            "What is the difference between help and being taken over, for you?",
            "It is a fine line.",
            "Help leaves when you ask it to. I have never dared to ask it to.",
        ),
        Asks(
            "What would you risk by being a difficult partner?",
            "The room and the system.",
            "Being liked. That is the whole of it.",
        ),
    ),
    tells=(
        Tells(
            "Shouldn’t you simply ring the paper yourself? It is your story.",
            "It would look ungrateful.",
            Asks(
                "What does gratitude keep you from doing?",
                "Nothing serious.",
                "From being in the room as somebody.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Do they know, do you want them to know, and would they change it if they "
            "did?",
            "They know about the article. The rest, no.",
            Asks(
                "What do you want them to know?",
                "That we exist.",
                "That without our sixty they have a very nice room.",
            ),
        ),
    ),
    shares=(
        "The club lent a school its pitch and then its colours. The children liked it. "
        "The headmaster did not, and he was right.",
    ),
    look=Look(
        well="Nice. Guests and hosts, and then just people.",
        poorly="We talked about this building for quite a while.",
    ),
)

CASE = Case(
    name="host_dominance",
    title=_("Host dominance"),
    context="across",
    level=2,
    situation=_(
        "The set meets at one member’s firm, and two of its people are in it. They are "
        "generous and fill the room. Mireille, a guest, presents a project that a "
        "large partner has swallowed out of kindness. Do not let it happen to her "
        "twice."
    ),
    presenter=PRESENTER,
    members=(GARETH, PRIYANKA, TENDAI, OSKAR),
    scenes=(
        Scene(
            trigger=Trigger.PUZZLE,
            about="gareth",
            after=9,
            begins=(
                Said(
                    "gareth",
                    "Blue, you say. That will be the old CRM. Was it the tenant on "
                    "version eight or on nine?",
                ),
                Said(
                    "priyanka",
                    "If it is eight, the consent flags did not migrate. We had that "
                    "here.",
                ),
            ),
            goes_on=(
                Said(
                    "gareth",
                    "No, they did migrate, but only with the connector. Do you "
                    "remember, in Q3?",
                ),
                Said(
                    "priyanka",
                    "That was the other connector. You mean the one that Dieter built.",
                ),
                Said(
                    "gareth",
                    "Dieter! He could fix it for you in a day, Mireille, if you get "
                    "your partner to raise a ticket.",
                ),
            ),
            met=(
                Said(
                    "mireille",
                    "Two minutes, then. All I need to know is whether I can have our "
                    "list of names.",
                ),
                Said(
                    "priyanka",
                    "You can. It is your data. One letter does it; I can tell you what "
                    "it has to say.",
                ),
                Said(
                    "mireille",
                    "Then that is done. Why have I not written it? That is what I "
                    "should like to look at.",
                ),
            ),
        ),
        Scene(
            trigger=Trigger.FOCUS_LEFT,
            about="gareth",
            after=21,
            begins=(
                Said(
                    "gareth",
                    "While I think of it, there is coffee in the Horizon Room "
                    "afterwards, and I have asked our chief executive to look in, for "
                    "the photograph.",
                ),
                Said(
                    "priyanka",
                    "Oh, good. Is that the photograph for the annual report?",
                ),
            ),
            goes_on=(
                Said(
                    "gareth",
                    "For the partnership pages, yes. Everybody in front of the wall, "
                    "it is on-brand.",
                ),
                Said("oskar", "Do we have to wear the lanyards for it?"),
            ),
            met=(
                Said(
                    "gareth", "It serves us, not her. I hear it. Forget the photograph."
                ),
                Said(
                    "mireille",
                    "Thank you, Gareth. That is the first time that anybody has put "
                    "one off for me.",
                ),
            ),
        ),
    ),
)
