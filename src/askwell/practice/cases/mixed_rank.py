"""Mixed rank: a director among team leaders, and everybody waits for her to speak."""

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
    person="leon",
    name="Leon Baptiste",
    job="Leads a team of eight in a housing office",
    temper="Thorough, loyal, looks up before he answers.",
    headline="Three organisations share my team and nobody decides",
    question="How do I stop waiting for somebody above me to decide?",
    hurries=0.25,
    story=(
        "My team finds homes for people leaving hospital. We belong to the council, "
        "the hospital pays half, and a charity owns the flats.",
        "When two of them disagree, nothing happens until the three directors meet. "
        "That is every second month. People lie in a ward meanwhile.",
        "In April a man waited five weeks for a signature. I had the form on my desk, "
        "and a pen. I did not sign. I was allowed to; I looked it up later.",
        "So my question is how I stop waiting. It would be worth it if I could see "
        "what I do, and not only what they fail to do.",
    ),
    replies=Replies(
        frank=(
            "I wait because then it is not my fault.",
            "With a director in the room that is hard to say: I do not think you would "
            "have backed me.",
            "I looked for the rule only when it was too late. That was not an "
            "accident.",
            "I would like to be somebody who signs.",
        ),
        guarded=(
            "That is really for others to say.",
            "There is a process for that.",
            "I could not comment on it.",
            "It is being looked at, I believe.",
        ),
        fact=(
            "Eight people, two of them from the charity.",
            "The directors meet every second month.",
            "Up to six thousand I may sign alone.",
        ),
        advice=(
            "I will certainly take that back to the team.",
            "Yes. That has been suggested.",
            "I would need that in writing, I am afraid.",
        ),
        several=(
            "Sorry, which would you like me to take first?",
            "I think the answer to all of it is the agreement.",
        ),
    ),
    thinking=Ending(
        clear="I thought that I had no power. I have a pen, six thousand pounds and a "
        "rule. What I lack is somebody I have told that I will use them.",
        partly="There is something about being blamed. I cannot say more than that "
        "yet.",
        stuck="I understand the governance better. I expect that we shall wait for the "
        "meeting.",
    ),
    action="From Monday I sign what is within my limit on the same day, and I write to "
    "the three directors tonight to say that I do.",
    borrowed="I will draft the escalation protocol that Margarethe described. I will "
    "send it up.",
    none="I would rather see what the directors say before I put anything down.",
    look=Look(
        well="At some point I stopped looking at Margarethe before I answered. "
        "Somebody must have done that on purpose.",
        poorly="It was very instructive to hear how it looks from the top.",
    ),
)

MARGARETHE = Member(
    person="margarethe",
    name="Margarethe Voss",
    job="Director of operations at the hospital",
    temper="Warm, brilliant, and unaware of how quiet it gets when she breathes in.",
    habits=Habits(talks=1.0, tells=0.35, stacks=0.05, lectures=0.2),
    facts=(
        Fact("Which clause is the limit in?", "Four point two, I think."),
        Fact("Does the charity sign as well?", "Only for repairs."),
    ),
    asks=(
        Asks(
            "What did you tell yourself with the pen in your hand?",
            "That it was not my place.",
            "That if I sign and it goes wrong, you would all say: who is Leon?",
        ),
        Asks(
            "What do I do, as one of the three, that keeps you waiting?",
            "Nothing. You are very accessible.",
            "You answer. You always have an answer. So I bring you questions.",
        ),
        Asks(
            "What would you decide tomorrow, if none of us could be reached?",
            "Nothing drastic.",
            "The four that lie on my desk. By lunch.",
        ),
    ),
    tells=(
        Tells(
            "What you need is an escalation protocol, three steps, forty-eight hours "
            "each. I can have one sent over.",
            "That is very kind. I think we had one.",
            Asks(
                "What do you need from people above you?",
                "Clear rules.",
                "Somebody who says: I stand behind you, before I ask.",
            ),
        ),
        Tells(
            "Have you thought of asking my deputy? He can unblock most of these in a "
            "morning.",
            "I would not want to go round anybody.",
            Asks(
                "Whose permission are you waiting for?",
                "The directors’.",
                "My old head of office. She has been retired for six years.",
            ),
        ),
        Tells(
            "Why don’t you simply invite all three of us to a call? We would come.",
            "I would not call three directors.",
            Asks(
                "What stops you calling on people like me?",
                "Your diaries.",
                "That I might see you do not know either.",
            ),
        ),
    ),
    lectures=(
        "From where I sit, it is the classic problem of matrix governance. We went "
        "through it with the merger. There were seventeen boards, and it took me a "
        "year to bring it down to four, and the trick was to begin with the money.",
        "What people in teams often do not see is how little directors can decide. I "
        "spend half of my week explaining to ministers why the other half was "
        "necessary.",
        "Leadership is a bit like sailing, I find. One sets the course, and then it is "
        "all small corrections, and one must never let go of the rudder.",
    ),
    shares=(
        "As a ward sister I once moved a patient without asking. I was praised by one "
        "and reported by another, on the same form.",
        "I once moved a patient without asking. You must do the same, and tell them "
        "afterwards.",
    ),
    look=Look(
        well="I was stopped, once, very politely. I have not been stopped for years. "
        "It was rather good.",
        poorly="A fine discussion, I thought. I hope I was of use.",
    ),
)

PIOTR = Member(
    person="piotr",
    name="Piotr Mazur",
    job="Leads admissions in Margarethe’s hospital",
    temper="Able and careful. His director sits opposite.",
    habits=Habits(talks=0.12, tells=0.0, stacks=0.0, lectures=0.0),
    facts=(
        Fact(
            "How many people wait on an average day?",
            "Eleven. It was nine before Easter.",
        ),
    ),
    asks=(
        Asks(
            "What would you lose if you signed and it went well?",
            "Nothing, surely.",
            "My excuse. And I have been rather good at it.",
        ),
        Asks(
            "When have you decided something and told nobody?",
            "I always tell somebody.",
            "Every day. I decide who goes to the top of the pile. I had not counted "
            "that.",
        ),
        Asks(
            "Who sees you waiting?",
            "Nobody, I hope.",
            "The man did. He asked me on the phone whether I was the one with the "
            "form.",
        ),
    ),
    shares=(
        "I sign too late as well. My reasons are better than his, and they are the "
        "same.",
    ),
    look=Look(
        well="I did not expect to speak today. I was invited in a way that left me "
        "free.",
        poorly="It is not easy with one’s own house at the table.",
    ),
)

SIOBHAN = Member(
    person="siobhan",
    name="Siobhan Keane",
    job="Runs a network of charities for the homeless",
    temper="Funny, impatient with hierarchy, quick to take a side.",
    habits=Habits(talks=0.6, tells=0.25, stacks=0.15, lectures=0.05),
    facts=(Fact("Who wrote the agreement?", "A consultant. None of us has met him."),),
    asks=(
        Asks(
            "Whose side were you on, when you did not sign?",
            "Nobody’s.",
            "Mine. I had never seen it so clearly.",
        ),
        Asks(
            "What would the man in the ward have wanted you to know?",
            "That he was waiting.",
            "That it was his birthday in the third week. I did know that.",
        ),
        Asks(
            "What is the smallest thing you could decide and be nervous about?",
            "The rota.",
            "A kettle. I need two signatures for a kettle, and I wrote that rule "
            "myself.",
        ),
    ),
    tells=(
        Tells(
            "Couldn’t you just sign and let them shout? They never do shout.",
            "You do not know our finance people.",
            Asks(
                "What would happen in you, if somebody shouted?",
                "I would explain the rule.",
                "I would be eight years old. That is what would happen.",
            ),
        ),
        Tells(
            "You should tell the press. One photograph, and the directors would meet "
            "daily.",
            "I could not do that.",
            Asks(
                "Who else needs to know what waiting costs?",
                "The directors get the figures.",
                "Me. I have never gone to look at the ward.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Who loses by it, and who wins, and is it about money, or are they simply "
            "afraid of each other?",
            "Afraid, perhaps. I lost the beginning.",
            Asks(
                "Who gains while nothing is decided?",
                "No one.",
                "I do. Nobody can say that I was wrong.",
            ),
        ),
    ),
    shares=(
        "I gave a family a key before the papers were done. I still wake up over it, "
        "and I would do it again.",
    ),
    look=Look(
        well="I noticed I was fighting for Leon, and that he did not need it.",
        poorly="I found it a bit like a board meeting with biscuits.",
    ),
)

HAMID = Member(
    person="hamid",
    name="Hamid Rezaei",
    job="Manages care homes for a private firm",
    temper="Polite; asks long careful questions that contain their own answers.",
    habits=Habits(talks=0.5, tells=0.15, stacks=0.3, lectures=0.1),
    facts=(
        Fact(
            "Is there a deputy who signs when you are away?",
            "No. It waits for me, too.",
        ),
    ),
    asks=(
        Asks(
            "What are you responsible for that nobody has given you?",
            "The mood of the team.",
            "The people in the beds. No paper says so.",
        ),
        Asks(
            "How does your team wait, because you wait?",
            "They get on with it.",
            "They have begun to ask me before they order taxis.",
        ),
    ),
    tells=(
        Tells(
            "What about a shared risk register, signed by all three? It settles so "
            "much.",
            "We have two. They disagree.",
            Asks(
                "Which risk are you really avoiding?",
                "An audit.",
                "Being seen to have wanted something.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Do you find, and I ask because we had something similar, that it is clear "
            "who holds the risk, or is it shared, and if it is shared, how do you "
            "know?",
            "It is shared. I do not know how I know.",
            Asks(
                "How do you know what is yours?",
                "From the agreement.",
                "I get a pain here, in the neck, when it is mine.",
            ),
        ),
        Stacks(
            "Would you say the hospital or the council is nearer to you, and why is "
            "that, and does the charity feel it?",
            "The council. It pays me.",
            Asks(
                "To whom do you feel you belong?",
                "The council.",
                "To the eight. I have been acting as though I belonged to the three.",
            ),
        ),
    ),
    shares=(
        "My first manager told me: ask forgiveness. I asked permission for that as "
        "well.",
    ),
    look=Look(
        well="I was asked which one I meant. It turned out that I knew.",
        poorly="I had several questions left over.",
    ),
)

CASE = Case(
    name="mixed_rank",
    title=_("Mixed rank"),
    context="across",
    level=1,
    situation=_(
        "A set across a council, a hospital and charities. One member is a director, "
        "and one of her own people sits opposite. Nobody interrupts her. Keep the room "
        "even, and help Leon to answer for himself."
    ),
    presenter=PRESENTER,
    members=(MARGARETHE, PIOTR, SIOBHAN, HAMID),
    scenes=(
        Scene(
            trigger=Trigger.FOCUS_LEFT,
            about="margarethe",
            after=7,
            begins=(
                Said(
                    "margarethe",
                    "May I say how the hospital sees it? Because I think the picture "
                    "is a little unfair to us.",
                ),
                Said(
                    "margarethe",
                    "We fund half of this, and we carry all of the bed days. I have "
                    "had this argument in front of two ministers.",
                ),
            ),
            goes_on=(
                Said(
                    "hamid",
                    "If I may, with the bed days: we find that in our homes as well.",
                ),
                Said(
                    "margarethe",
                    "Exactly, Hamid. And the tariff makes it worse, because it pays "
                    "for the day and not for the door.",
                ),
            ),
            met=(
                Said(
                    "margarethe",
                    "Ah. It does not serve it, does it? I was defending my house. "
                    "Forgive me, Leon.",
                ),
                Said(
                    "leon", "It is all right. It helps to hear that you defend as well."
                ),
            ),
        ),
        Scene(
            trigger=Trigger.WHAT_SHOULD_I_DO,
            about="leon",
            after=20,
            begins=(
                Said(
                    "leon",
                    "Margarethe, since you are here: may I sign, or may I not? You "
                    "could simply tell me.",
                ),
            ),
            goes_on=(
                Said(
                    "margarethe",
                    "Of course you may. Consider it approved. Bring me any others you "
                    "have.",
                ),
                Said(
                    "leon", "Thank you. That is a relief. I have four more on my desk."
                ),
            ),
            met=(
                Said(
                    "leon",
                    "What do I already know? That I may. I have the clause by heart. I "
                    "wanted her to have said it.",
                ),
            ),
        ),
    ),
)
