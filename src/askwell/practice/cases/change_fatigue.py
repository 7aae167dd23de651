"""Change fatigue: the fourth reorganisation in five years, and a team that is tired."""

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
    person="olu",
    name="Olu Bankole",
    job="Manages a planning office of fourteen",
    temper="Dutiful, gentle; has carried on for a long time.",
    headline="I am to be keen on the next change, and I am not",
    question="How do I stay truthful and still lead people through it?",
    hurries=0.1,
    story=(
        "It is our fourth reorganisation in five years. This one is called Forward "
        "Together. The one before was called Simpler.",
        "I have fourteen people. I stood in front of them on Tuesday with the slides, "
        "and I heard myself say “exciting”. Ruth, who has been there longest, looked "
        "at the floor.",
        "Afterwards I sat in the car park for forty minutes. My wife rang. I said that "
        "I was in a meeting.",
        "I want to work on how I can be truthful and still lead. It would be worth it "
        "if I did not have to sit in that car park again.",
    ),
    replies=Replies(
        frank=(
            "I am tired. I have not said that in this building for two years.",
            "I think that I have been grieving for the first office. We were good.",
            "I protect them from it, and so they are alone with it.",
            "Ruth looked at the floor for me. She did not want me to see her see me.",
        ),
        guarded=(
            "One gets used to it.",
            "It is the same for everybody.",
            "There are worse things.",
            "It is what they pay me for, after all.",
        ),
        fact=(
            "Fourteen, down from twenty-two.",
            "It begins on the first of the month.",
            "Ruth has been there for nineteen years.",
        ),
        advice=(
            "I do try to be positive.",
            "Yes, I went on that course.",
            "I have tried it. It cost me a weekend.",
        ),
        several=(
            "I am sorry, I only caught the end. I do not know.",
            "Yes. No. I think so.",
        ),
    ),
    thinking=Ending(
        clear="I thought that I had to choose between loyal and honest. I can say: I "
        "do not know whether this is good, and I shall be here. That is both.",
        partly="I said that I am tired, and nothing fell down. Further than that I am "
        "not.",
        stuck="You are right, one has to go through with it. I will manage. I have "
        "managed before.",
    ),
    action="Before the first of the month I will sit down with the fourteen without "
    "slides, and say what I know, what I do not, and what I miss. Ruth first, if she "
    "likes.",
    borrowed="I will do the quick wins, then, and the newsletter. It seems to work "
    "elsewhere.",
    none="I have no strength for another action. I would rather leave here with none.",
    look=Look(
        well="I was asked whether I wanted to go on. I could have said no, and so I "
        "went on.",
        poorly="You all meant well. I would have needed a minute. There was no minute.",
    ),
)

VERONIKA = Member(
    person="veronika",
    name="Veronika Novák",
    job="Change manager for Forward Together",
    temper="Bright, committed; takes tiredness as resistance.",
    habits=Habits(talks=0.9, tells=0.4, stacks=0.1, lectures=0.2),
    facts=(
        Fact("Which wave is your office in?", "The second. So they told us last week."),
    ),
    asks=(
        Asks(
            "What do you wish I had known, before I sent you those slides?",
            "The slides were fine.",
            "That my people keep them all. Ruth has a drawer.",
        ),
        Asks(
            "What would truthful sound like, in one sentence, on a Tuesday?",
            "That we see what comes.",
            "“I am as unsure as you are, and I am not going anywhere.”",
        ),
        Asks(
            "What have you lost in five years that no slide mentions?",
            "Eight posts.",
            "Being proud. We used to send people postcards of what we had planned.",
        ),
    ),
    tells=(
        Tells(
            "Have you thought of a change champion? Somebody young, with energy, in "
            "front.",
            "I have two people under forty. They are looking for other jobs.",
            Asks(
                "Where does energy still come from, for your people?",
                "From their families.",
                "From the old town plan. They do it in their lunch hour.",
            ),
        ),
        Tells(
            "You should celebrate quick wins. One every Friday, with cake.",
            "We had cake at Simpler.",
            Asks(
                "What would be worth celebrating, in truth?",
                "The weekend.",
                "That fourteen people still come. I have never thanked them for it.",
            ),
        ),
        Tells(
            "Why don’t you put the fears on a wall and park them? It clears the air.",
            "They would hang up the same ones as last time.",
            Asks(
                "What is it that never gets heard?",
                "Objections.",
                "That it hurt. Nobody has ever said: that hurt.",
            ),
        ),
    ),
    lectures=(
        "There is the curve, of course: denial, anger, the valley, and then it goes "
        "up. We place you just before the valley. From our side that is good news, "
        "because it means that you are moving.",
        "What makes this one different is the co-creation. We had two hundred people "
        "on the digital whiteboard. Nobody can say that they were not asked.",
    ),
    shares=(
        "I was reorganised myself in the spring. I wrote the slide with my own box on "
        "it, and then without.",
        "I was reorganised myself. You have to see the chance in it, as I did.",
    ),
    look=Look(
        well="It was not easy to hear, as I send out the slides. I am glad that nobody "
        "let me explain.",
        poorly="I thought it a little negative, all in all.",
    ),
)

ANTON = Member(
    person="anton",
    name="Anton Petrescu",
    job="Heads a surveying team in the same firm",
    temper="Sarcastic, well read; has a story about every reform since 1998.",
    habits=Habits(talks=0.75, tells=0.15, stacks=0.05, lectures=0.3),
    facts=(
        Fact(
            "Was it still in the old building, the first one?", "Yes. With the stairs."
        ),
    ),
    asks=(
        Asks(
            "What did “exciting” do to you, when you heard it?",
            "It is the word on the slide.",
            "I thought: now you have become one of them. And then: one of whom?",
        ),
        Asks(
            "What would you want to keep, whatever they call it next?",
            "The people.",
            "The model of the town. It was put in the cellar. I have the key.",
        ),
    ),
    tells=(
        Tells(
            "My advice is duck and wait. It has gone by four times.",
            "I have ducked for five years. My back hurts.",
            Asks(
                "What has ducking done to you?",
                "Saved me trouble.",
                "They can no longer see me.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Who invented that name, and did anybody laugh, and how much was the "
            "consultancy?",
            "Nobody laughed. That was the worst part.",
            Asks(
                "What was in that silence, for you?",
                "Politeness.",
                "They were waiting for me to say something true.",
            ),
        ),
    ),
    lectures=(
        "Ah, Simpler. Before Simpler it was Focus, and before that One Voice. For One "
        "Voice they took away our letterheads. I have a box of them at home, three "
        "kinds; one could paper a corridor with them.",
        "It was a Roman, I think, who said that they met every new situation by "
        "reorganising. He never said it, it turns out, but every consultant quotes it, "
        "which proves the point rather well.",
        "In ninety-eight they moved us to the fourth floor, then down to the second, "
        "then the second became the fourth because they renumbered. I got a mug for "
        "it.",
    ),
    shares=(
        "I have been laughing about it for twenty years. My daughter asked what "
        "exactly is funny. I had no answer.",
    ),
    look=Look(
        well="I was brought back twice. I had not noticed that I was running away.",
        poorly="It was entertaining. I know I was.",
    ),
)

WANJIRU = Member(
    person="wanjiru",
    name="Wanjiru Kamau",
    job="Works in personnel; looked after two of the changes",
    temper="Attentive, sparing with words, good at staying put.",
    habits=Habits(talks=0.2, tells=0.05, stacks=0.0, lectures=0.0),
    facts=(Fact("How many of the fourteen were there for the first one?", "Five."),),
    asks=(
        Asks(
            "What did you do, in those forty minutes in the car?",
            "Emails.",
            "I held the steering wheel. That is all. I held on to it.",
        ),
        Asks(
            "Who has asked how you are?",
            "My wife does.",
            "Ruth. On Wednesday. I said “exciting” again.",
        ),
        Asks(
            "What would you need, so as not to be alone with it?",
            "I am not alone.",
            "For one of them to be allowed to see me tired.",
        ),
    ),
    shares=("I read out the names last time. I still know them in that order.",),
    look=Look(
        well="It was all right to be slow.",
        poorly="I should have said something. It went by so fast.",
    ),
)

DECLAN = Member(
    person="declan",
    name="Declan Byrne",
    job="New head of the neighbouring office",
    temper="Keen, kind, wants to fix it; four months in post.",
    habits=Habits(talks=0.6, tells=0.3, stacks=0.2, lectures=0.05),
    facts=(Fact("Do they know that you are in this set?", "Ruth does."),),
    asks=(
        Asks(
            "What do your people get from you that does not change?",
            "Birthday cards.",
            "I say good morning to each of them. By name. Through all four.",
        ),
        Asks(
            "What would Ruth have liked to hear?",
            "That her job is safe.",
            "“I do not like it either, Ruth.” Five seconds. That is all it takes.",
        ),
        Asks(
            "What are you loyal to, underneath all of it?",
            "The firm.",
            "A town where one can walk. It is what we all came for.",
        ),
    ),
    tells=(
        Tells(
            "What about a day out, all fourteen, before it starts? It did wonders for "
            "us.",
            "We have no budget for it. And no wonder left, I think.",
            Asks(
                "What would you like to do together, before it starts?",
                "Clear out the office.",
                "Fetch the model up from the cellar. I should like that very much.",
            ),
        ),
        Tells(
            "Could you not tell your director that it is too much? I would come along.",
            "I told him at Simpler. He sent me on a course.",
            Asks(
                "What do you still want to say, and to whom?",
                "It has all been said.",
                "To the eight who left. I never wrote to them.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Are you sleeping, and does your wife know, and have you ever thought of "
            "leaving, or is it not that bad?",
            "I sleep. Mostly.",
            Asks(
                "What does your wife not know?",
                "Office matters.",
                "That there was no meeting.",
            ),
        ),
    ),
    shares=(
        "In my last post I was so keen that a colleague asked whether I was ever sad. "
        "I went home early that day.",
    ),
    look=Look(
        well="I wanted to help so much. It turned out that keeping quiet was it.",
        poorly="I had more ideas. Perhaps too many.",
    ),
)

CASE = Case(
    name="change_fatigue",
    title=_("Change fatigue"),
    context="new_ways",
    level=3,
    situation=_(
        "Olu must lead his office into the fourth reorganisation in five years and "
        "cannot be keen any more. The change manager is in the set, and so is somebody "
        "who jokes about all of it. Olu is closer to the edge than he shows."
    ),
    presenter=PRESENTER,
    members=(VERONIKA, ANTON, WANJIRU, DECLAN),
    scenes=(
        Scene(
            trigger=Trigger.DISTRESS,
            about="olu",
            after=10,
            begins=(
                Said(
                    "olu",
                    "I used to love … I am sorry. This has not happened to me before. "
                    "I cannot … please, somebody say something else.",
                ),
            ),
            goes_on=(
                Said(
                    "veronika",
                    "That is quite normal at this point on the curve, Olu. Really.",
                ),
                Said("olu", "Yes. Quite. The curve."),
                Said("anton", "Shall I tell you about the mug?"),
            ),
            met=(
                Said("olu", "Go on. But slowly. And not with the curve, please."),
                Said(
                    "olu",
                    "I used to love walking in there in the morning. There. That was "
                    "the sentence.",
                ),
            ),
        ),
        Scene(
            trigger=Trigger.CONFLICT,
            about="anton",
            after=23,
            begins=(
                Said(
                    "anton",
                    "With respect, Veronika, your two hundred people on a whiteboard "
                    "were choosing the colour of the exit.",
                ),
                Said(
                    "veronika",
                    "And you have spent four months making sure that nobody in your "
                    "team takes part. I have to explain that upstairs.",
                ),
            ),
            goes_on=(
                Said(
                    "anton",
                    "Upstairs! Say hello to them. Ask them which floor it is this "
                    "year.",
                ),
                Said(
                    "veronika",
                    "I am so tired of being the villain in everybody’s anecdote.",
                ),
                Said("declan", "Please. Olu is still here."),
            ),
            met=(
                Said(
                    "veronika",
                    "I see it too. I am at odds with a joke, and there is a person "
                    "behind it. I am sorry, Anton.",
                ),
                Said(
                    "anton",
                    "And I with a slide. You are tired as well. I had not thought of "
                    "that.",
                ),
                Said("olu", "That helps me more than you know."),
            ),
        ),
    ),
)
