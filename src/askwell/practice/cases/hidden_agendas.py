"""Hidden agendas: everybody wants something from the answer, and nobody says so."""

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
    person="rosalind",
    name="Rosalind Achebe",
    job="Co-ordinates four colleges that share a campus",
    temper="Fair to the point of being invisible.",
    headline="I mediate so well that nothing gets decided",
    question="What do I want for this campus, when I stop being neutral?",
    hurries=0.35,
    story=(
        "Four colleges share one campus: library, labs, a bus. I co-ordinate it. I am "
        "employed by all four, a quarter each.",
        "I am good at finding what nobody objects to. Last year we found a colour for "
        "the bins. It took five months.",
        "In June the old library has to close or be rebuilt. I have written a paper "
        "with six options. All four principals have praised it, and none has chosen.",
        "My question is what I want myself. I would find this worthwhile if I could "
        "say one sentence that somebody here will not like.",
    ),
    replies=Replies(
        frank=(
            "I want the library to stay. There. I have never said so.",
            "Being neutral is how I have made myself safe. Four employers, four exits.",
            "I am tired of being thanked.",
            "If I choose, one of you will be against me. I think I could bear it now.",
        ),
        guarded=(
            "There are good arguments on all sides.",
            "I would have to consult on that.",
            "It is a balance.",
            "I can see that one could look at it that way.",
        ),
        fact=(
            "The decision is due on the thirtieth of June.",
            "Four principals, one vote each; I have none.",
            "The library was built in sixty-four.",
        ),
        advice=(
            "That is one of the options, in fact. The third.",
            "I will make sure that it is reflected.",
            "Interesting. I should hear the other colleges on it.",
        ),
        several=(
            "Let me take those in order. I am afraid I have lost the order.",
            "Broadly, yes; in part, no.",
        ),
    ),
    thinking=Ending(
        clear="I have called it fairness. It was hiding. I want the library, and I "
        "want to be somebody who has said so and is still fair.",
        partly="I notice that I know what I want. I am not ready to hear it in my own "
        "voice.",
        stuck="I have now seven options. That is a joke. I do have seven.",
    ),
    action="I will send the paper again by Wednesday with one page at the front, "
    "signed by me: what I would choose, and why.",
    borrowed="I will add the shared-services option as the group suggests, and bring "
    "it back in the autumn.",
    none="Nothing yet. I should sound out the four before I put anything on paper.",
    look=Look(
        well="Once it was said aloud that some of you have a stake, I stopped having "
        "to guess.",
        poorly="Everybody was extremely helpful. I was not always sure whom they were "
        "helping.",
    ),
)

CONRAD = Member(
    person="conrad",
    name="Conrad Whitlock",
    job="Estates lead at the largest of the colleges",
    temper="Smooth, generous with his time. His college would like the site.",
    habits=Habits(talks=0.85, tells=0.4, stacks=0.05, lectures=0.15),
    facts=(
        Fact(
            "What would it cost to make it watertight?",
            "Four hundred thousand, roughly.",
        ),
        Fact("Is the ground lease common to all?", "Yes, until 2051."),
    ),
    asks=(
        Asks(
            "What would people say of you in June, if you had chosen?",
            "That it was not my place.",
            "“So she does want something.” I would rather like that.",
        ),
        Asks(
            "What does the old library mean to you?",
            "It is a listed building.",
            "It is where I decided not to be a lawyer. Third floor, by the window.",
        ),
    ),
    tells=(
        Tells(
            "Have you considered letting one college take the site on, and charge the "
            "others? It need not be us.",
            "That is option two. You wrote the annex to it.",
            Asks(
                "What would have to be true of any answer, for you?",
                "That all agree.",
                "That a student could walk in off the bus and stay all day.",
            ),
        ),
        Tells(
            "You should have an independent valuation done. I know a firm that would "
            "do it quickly.",
            "I know that firm. They valued it for you in the spring.",
            Asks(
                "What do you not trust in what you have heard?",
                "I trust everybody.",
                "That nobody says what they would gain.",
            ),
        ),
        Tells(
            "Wouldn’t it be fairer to leave it to the estates people, and keep out of "
            "it yourself?",
            "I have kept out of it for three years.",
            Asks(
                "What has keeping out of it cost you?",
                "Nothing. Time.",
                "I no longer know what I think until I have asked four people.",
            ),
        ),
    ),
    lectures=(
        "Speaking purely as a friend of the campus: utilisation in that building is "
        "under thirty per cent. We measured it. At some point sentiment has to meet "
        "the numbers.",
        "There is a very good model in the Netherlands, where one partner leads on the "
        "buildings and the others on the teaching. It needs a strong lead partner, "
        "that is all.",
    ),
    shares=(
        "I once said which building I would close before I was asked. Nobody agreed. "
        "It was the most useful thing I did that year.",
        "I said it before I was asked. So say it, and say it is the library.",
    ),
    look=Look(
        well="It was put to me, kindly, that I have an interest. I have. It was easier "
        "afterwards.",
        poorly="I thought that we were making progress towards a solution.",
    ),
)

DALIA = Member(
    person="dalia",
    name="Dalia Mansour",
    job="Head librarian, paid by the smallest college",
    temper="Fiercely exact; her post depends on the answer.",
    habits=Habits(talks=0.65, tells=0.25, stacks=0.1, lectures=0.1),
    facts=(Fact("Who chairs in June?", "Conrad’s principal. It rotates."),),
    asks=(
        Asks(
            "You wrote six options. Which did you write last, late at night?",
            "They were all written together.",
            "The one with the reading room. I cried a little. It is the best page.",
        ),
        Asks(
            "Whom do you protect by having no opinion?",
            "The process.",
            "Dalia’s job, if I am honest, and my own.",
        ),
        Asks(
            "What do you know that is not in the paper?",
            "It is all in there.",
            "That two of them have already talked to a developer.",
        ),
    ),
    tells=(
        Tells(
            "You must ask the students. Nine out of ten would keep it; I have the "
            "cards.",
            "You have told me about the cards.",
            Asks(
                "Whose voice is missing when you weigh it all up?",
                "The students’, perhaps.",
                "Mine. I counted all of the voices, and mine was not on the list.",
            ),
        ),
        Tells(
            "Couldn’t you leave the sixth option out? It is an insult, frankly.",
            "I included what each of you sent me.",
            Asks(
                "What would you leave out, if you were free to?",
                "Nothing.",
                "Four of the six. I knew it when I typed them.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "When did you last use it, and do you know what is on the second floor, "
            "and who told them thirty per cent?",
            "In March. I do not know who told them.",
            Asks(
                "When were you last happy in that building?",
                "I go there for meetings.",
                "In October. A student was asleep on an atlas. I put a coat over him.",
            ),
        ),
    ),
    lectures=(
        "A library is not a building with books in it. It is the only room on a campus "
        "in which nobody asks you what you came for. Every closure in the last ten "
        "years was announced as a renewal.",
    ),
    shares=(
        "I was neutral once about a merger. Both sides thought I was against them, and "
        "they were right.",
    ),
    look=Look(
        well="I could say that I am afraid for my post. After that I asked better.",
        poorly="I had the impression that some of us were selling something.",
    ),
)

STEFAN = Member(
    person="stefan",
    name="Ștefan Munteanu",
    job="Runs the labs for two of the colleges",
    temper="Blunt; thinks that mediation is a way of losing time.",
    habits=Habits(talks=0.55, tells=0.2, stacks=0.1, lectures=0.05),
    facts=(Fact("What happens if nobody chooses by June?", "It closes, by default."),),
    asks=(
        Asks(
            "What would you do with a vote, if you had one?",
            "Use it wisely.",
            "I would vote in the first minute, and then listen. The other way round.",
        ),
        Asks(
            "What did the five months for the bins teach you?",
            "Patience.",
            "That they will let me spend my life on bins.",
        ),
        Asks(
            "If it closes by default, who has decided?",
            "Nobody, strictly.",
            "I have. By writing six options.",
        ),
    ),
    tells=(
        Tells(
            "Just pick one and send it. They are bored, they will sign anything.",
            "You may be bored, Ștefan.",
            Asks(
                "What keeps you from picking?",
                "My contract.",
                "That somebody would know me then.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Do you even want the job, and is it the four of them or is it you, and "
            "what would you do otherwise?",
            "I want the job. I think.",
            Asks(
                "What is it in this job that you want?",
                "The variety.",
                "To have brought four lots of people to one table, and then to sit at "
                "it.",
            ),
        ),
    ),
    shares=(
        "I told a principal that he was wasting a million. I was right, and nobody "
        "invited me for two years.",
    ),
    look=Look(
        well="It was sharp for a minute, and then it was better than before.",
        poorly="Too polite, and then not polite at all.",
    ),
)

ANEKE = Member(
    person="aneke",
    name="Aneke de Wit",
    job="Drives the campus bus contract for all four",
    temper="Observant, modest; thinks it is above her.",
    habits=Habits(talks=0.12, tells=0.0, stacks=0.05, lectures=0.0),
    facts=(
        Fact(
            "How many people get off at the library stop?",
            "You would know that. Two hundred?",
        ),
    ),
    asks=(
        Asks(
            "Whom do you say good morning to when nobody is looking?",
            "Everybody, I hope.",
            "The man at the library door. I go round that way on purpose.",
        ),
        Asks(
            "What is it like to be thanked by all four?",
            "Pleasant.",
            "Like being furniture. Well-kept furniture.",
        ),
        Asks(
            "What would you choose, if you had to be driven past it every day?",
            "The best option for all.",
            "To see the lights on. That is what I would choose.",
        ),
    ),
    shares=(
        "I took a stop away because nobody had objected. An old lady had not known "
        "that one could.",
    ),
    look=Look(
        well="I was asked for a question, not for an opinion. That suited me.",
        poorly="I kept out of it. They all know so much more.",
    ),
)

CASE = Case(
    name="hidden_agendas",
    title=_("Hidden agendas"),
    context="across",
    level=3,
    situation=_(
        "Four colleges share a campus, and some members of the set would gain or lose "
        "by what Rosalind decides. Their questions lean. She is used to being neutral. "
        "See what is in the room, and name it with care."
    ),
    presenter=PRESENTER,
    members=(CONRAD, DALIA, STEFAN, ANEKE),
    scenes=(
        Scene(
            trigger=Trigger.CONFLICT,
            about="conrad",
            after=10,
            begins=(
                Said(
                    "dalia",
                    "I am sorry, Conrad, but your thirty per cent was counted in "
                    "August. In August!",
                ),
                Said(
                    "conrad",
                    "And your cards were handed out by your own staff, Dalia. Shall we "
                    "be grown-up about this?",
                ),
            ),
            goes_on=(
                Said(
                    "dalia",
                    "You want the ground. You have wanted it since the day you came.",
                ),
                Said(
                    "conrad",
                    "I shall not sit here and be accused by somebody who is fighting "
                    "for her desk.",
                ),
                Said(
                    "stefan",
                    "Oh, splendid. This is why it took five months for the bins.",
                ),
            ),
            met=(
                Said(
                    "conrad",
                    "What I see is two people with an interest who pretend to have "
                    "none. I am one of them.",
                ),
                Said(
                    "dalia",
                    "I am the other. My post goes if it closes. I should have said so "
                    "at the check-in.",
                ),
                Said(
                    "rosalind",
                    "Thank you, both. I had been steering round that for a year.",
                ),
            ),
        ),
        Scene(
            trigger=Trigger.WHAT_SHOULD_I_DO,
            about="rosalind",
            after=22,
            begins=(
                Said(
                    "rosalind",
                    "I honestly cannot tell. If each of you said what you would do, I "
                    "could at least draw up the balance.",
                ),
            ),
            goes_on=(
                Said(
                    "conrad",
                    "Gladly. I would let it go, and put up something smaller with a "
                    "lead partner.",
                ),
                Said("stefan", "Rebuild it. With labs on the ground floor."),
                Said("rosalind", "Good, that is one for, one for with conditions …"),
            ),
            met=(
                Said(
                    "rosalind",
                    "What do I know already that I want? … I was about to ask you all "
                    "again, was I not. I want it to stay open.",
                ),
            ),
        ),
    ),
)
