"""Un-mentoring: five owners who are used to giving advice, and one who wants room."""

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
    person="ines",
    name="Inês Carvalho",
    job="Owns a bakery with two shops and a market stall",
    temper="Warm and quick to agree; says yes and then does not sleep.",
    headline="My manager is better than me and I keep getting in her way",
    question="How do I hand over the first shop and still be of use?",
    hurries=0.25,
    story=(
        "I have two bakeries. The first one I started eleven years ago with one oven. "
        "Last spring I made Tilly the manager there, so that I could look after the "
        "second.",
        "She is very good. Sales are up, people stay. And I go in every morning at "
        "six and I move things. I actually move the loaves on the shelf.",
        "Last week she said, quite kindly, “Inês, do you want this job back?” I "
        "laughed. I have not stopped thinking about it.",
        "So what I would like to work on is how I let go of that shop and still "
        "count for something. It would be worth it if I knew what I am holding on to.",
    ),
    replies=Replies(
        frank=(
            "That goes closer than I expected. I think I miss being needed at six in "
            "the morning.",
            "When I hear that, I notice I have only ever asked what Tilly should do, "
            "never what I should stop.",
            "I would have to say it aloud: I am a little jealous of her.",
            "It makes me think of my mother’s shop. Nobody ever took it over, because "
            "she never let them.",
        ),
        guarded=(
            "I suppose it is just a matter of time.",
            "It depends, really. Some days are fine.",
            "I have not thought about it that way. Probably.",
            "Oh, you know how it is with staff.",
        ),
        fact=(
            "Fourteen people in the first shop, nine in the second.",
            "About a year and a half, all in all.",
            "Tilly decides that, on paper at least.",
        ),
        advice=(
            "Yes, I could. I did try something like that.",
            "That may work for you. My people are different.",
            "Mm. I will write it down.",
        ),
        several=(
            "That was several at once. The last one: no, not really.",
            "I have lost the first part. Maybe, to the second.",
        ),
    ),
    thinking=Ending(
        clear="I thought I had to learn to delegate. I see now that I have delegated, "
        "and that I have not said goodbye. Those are two different jobs.",
        partly="Something moved about the mornings. I am not sure yet what I am "
        "holding on to, but it is not the loaves.",
        stuck="I have a page of good ideas. To be honest I am where I was, only with "
        "a longer list.",
    ),
    action="By Friday I will ask Tilly which three things she would like me to keep, "
    "and I will stay away two mornings next week and write down what I miss.",
    borrowed="I suppose I will write her a proper job description, as you all say. "
    "I have the template somewhere.",
    none="I do not think I have an action. I would rather not invent one.",
    look=Look(
        well="I was let alone to think. The quiet after the hard question was worth "
        "the whole hour.",
        poorly="You were all very helpful. I did feel a bit like a pupil who had not "
        "done her homework.",
    ),
)

GRANT = Member(
    person="grant",
    name="Grant Okafor",
    job="Sold a chain of garages, mentors young firms",
    temper="Generous, certain, and first to speak. Has advised for twenty years.",
    habits=Habits(talks=0.95, tells=0.45, stacks=0.05, lectures=0.15),
    facts=(
        Fact("How many hours is Tilly contracted for?", "Forty. She works more."),
        Fact("Does she have a share in the profit?", "Not yet. We talked about it."),
    ),
    asks=(
        Asks(
            "What would you do with those mornings if they were yours?",
            "Paperwork, I should think. There is always paperwork.",
            "I have no idea. And that frightens me more than it should.",
        ),
        Asks(
            "What did the shop give you in the first years that nothing gives you now?",
            "Experience, mainly. I learned the trade there.",
            "People knew me. They said my name when I came in. Now they say hers.",
        ),
        Asks(
            "Who are you when you are not the baker?",
            "A business owner, I suppose. With tired feet.",
            "I do not know yet. I think that is the real question.",
        ),
    ),
    tells=(
        Tells(
            "Have you thought of writing down exactly what she decides and what you "
            "decide? It took me an afternoon.",
            "We have a job description somewhere. It did not change what I do at six.",
            Asks(
                "What is still undecided between Tilly and you?",
                "Not much. The rota, perhaps.",
                "Whether I trust her taste. I have never said it, not even to myself.",
            ),
        ),
        Tells(
            "You should give her a share. People look after what they own.",
            "I thought about that. She does look after it. It is me who does not let "
            "her.",
            Asks(
                "What would it take for the shop to feel like hers, to you?",
                "A contract, maybe. Something signed.",
                "That somebody praised the bread, and I was glad instead of stung.",
            ),
        ),
        Tells(
            "When I sold the garages I simply stayed away for three months. Why don’t "
            "you do the same?",
            "Three months? I could not, we have the second shop to stock.",
            Asks(
                "What do you imagine would happen if you were not there?",
                "Small things would slip. Labels, the window.",
                "Nothing would happen. That is what I am afraid of.",
            ),
        ),
        Tells(
            "Wouldn’t a coach be the right thing for her, so that you can step back?",
            "She does not need one, I think. I might.",
            Asks(
                "What support would help you to step back?",
                "A better phone, so they can reach me.",
                "Somebody who asks me on Monday what I did not do.",
            ),
        ),
    ),
    lectures=(
        "It is the classic founder’s trap. I have seen it in thirty firms: the owner "
        "is the bottleneck, and the good people leave. There are five stages to it, "
        "and most never get beyond the second.",
        "People forget that a business is a machine. You build it, you oil it, and one "
        "day you hand over the keys. Sentiment is what costs money.",
    ),
    shares=(
        "I sold my first garage to my foreman. On the day I drove past it four times.",
        "I sold my first garage to my foreman and never looked back. So you should "
        "agree a date and keep it.",
    ),
    look=Look(
        well="I asked three questions and gave no advice for half an hour. My wife "
        "will "
        "will not believe it.",
        poorly="Good session. I still think we could have solved it in ten minutes.",
    ),
)

SUNITA = Member(
    person="sunita",
    name="Sunita Rao",
    job="Runs an accountancy practice with her brother",
    temper="Precise; thinks in numbers first and is kind underneath.",
    habits=Habits(talks=0.6, tells=0.25, stacks=0.15, lectures=0.05),
    facts=(
        Fact("When did the second shop open?", "In March, so seven months ago."),
        Fact("What share of sales is the first shop?", "A little under two thirds."),
    ),
    asks=(
        Asks(
            "You said you move the loaves. What happens in you just before you do it?",
            "I see a gap on the shelf, that is all.",
            "A sort of itch. If I leave them, it is true that I am not needed.",
        ),
        Asks(
            "What does the second shop ask of you that you would rather not give it?",
            "Time. It is further away.",
            "Failing in public again. In the first shop I already know how.",
        ),
        Asks(
            "What would you count, if you wanted to see that the handing over works?",
            "Takings, waste, the usual.",
            "Mornings I did not go in. And whether I slept.",
        ),
    ),
    tells=(
        Tells(
            "Could you not agree a monthly figure with her and look at nothing else?",
            "We have figures. I look at them on the way to moving the loaves.",
            Asks(
                "What do the figures not tell you that makes you go in?",
                "How the place feels, I suppose.",
                "Whether they would notice if I stopped.",
            ),
        ),
        Tells(
            "My advice would be to put your mornings in the diary for the second shop. "
            "Then it is settled.",
            "They are in the diary. I drive past the first on the way.",
            Asks(
                "What makes that road the one you take?",
                "It is the shortest.",
                "It is not the shortest. I have just noticed that.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "Is it about trust, or is it that you like the work, and what does your "
            "husband say to it, and have you asked the staff?",
            "He says come home. The staff, I have not asked.",
            Asks(
                "What is it you like about being there at six?",
                "The smell. Everybody likes the smell.",
                "For one hour everything I touch turns out well.",
            ),
        ),
    ),
    shares=(
        "I gave our biggest client to my brother. For a year I read his letters before "
        "they went out. He knew all along.",
    ),
    look=Look(
        well="One question at a time suited me. I heard the answers.",
        poorly="It went rather fast. I had the feeling that we were auditing her.",
    ),
)

TOMASZ = Member(
    person="tomasz",
    name="Tomasz Zieliński",
    job="Makes and fits windows, eleven people",
    temper="Says little; when he does, it is worth the wait.",
    habits=Habits(talks=0.12, tells=0.05, stacks=0.0, lectures=0.0),
    facts=(Fact("Who opens the shop when you do not?", "Tilly. She has a key."),),
    asks=(
        Asks(
            "What did you feel when she asked whether you want the job back?",
            "Surprised, mostly. I laughed.",
            "Caught. As if she had found me in her kitchen at night.",
        ),
        Asks(
            "What would you like to have said to her, instead of laughing?",
            "That she is doing fine.",
            "“No. But I do not know what else I am for.”",
        ),
        Asks(
            "When did somebody last hand something over to you, and do it well?",
            "I cannot think of anybody.",
            "My first baker. He gave me his knife and went on holiday.",
        ),
    ),
    shares=(
        "I stopped going to the sites two years ago. I was lonely for about a month.",
    ),
    look=Look(
        well="I was asked, and I could have passed. That made it easy.",
        poorly="It was full. I did not find the gap.",
    ),
)

BEATRICE = Member(
    person="beatrice",
    name="Beatrice Lam",
    job="Third generation in a printing firm",
    temper="Curious and quick; asks before she has finished thinking.",
    habits=Habits(talks=0.65, tells=0.15, stacks=0.25, lectures=0.05),
    facts=(Fact("How long has Tilly been with you?", "Five years, one as manager."),),
    asks=(
        Asks(
            "What part do you play in her not quite being the manager?",
            "I pop in, that is all. She could say something.",
            "I praise her in front of the staff, and then I correct the shelf. They "
            "see "
            "see both.",
        ),
        Asks(
            "What would the staff say you are holding on to?",
            "The recipes, perhaps.",
            "The last word. They would say the last word.",
        ),
        Asks(
            "Where else in your life has this come up?",
            "With the children, a little. Homework and so on.",
            "My son told me last week to stop packing his bag. He is nineteen.",
        ),
    ),
    tells=(
        Tells(
            "What about a ceremony? Give her the old sign or something, in front of "
            "everybody?",
            "It is a nice idea. I would cry and then come in on Monday.",
            Asks(
                "What would you need to say goodbye to?",
                "Nothing. I am not leaving.",
                "To the woman with one oven. She was braver than me.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "What does Tilly want, do you know, and does she have plans of her own, or "
            "is she waiting for you, and would you tell her?",
            "She has plans, I think. We have not really talked.",
            Asks(
                "What do you think Tilly is waiting for?",
                "A pay rise, I should think.",
                "For me to believe her when she says it is fine.",
            ),
        ),
        Stacks(
            "How would you know it was time, and who would tell you, and what if it "
            "was already past?",
            "I would just know. Or not.",
            Asks(
                "How will you know that it is time?",
                "When the figures are right.",
                "She has told me already, has she not? With that question.",
            ),
        ),
    ),
    shares=(
        "My father signed every invoice until he was eighty. We printed a stamp of his "
        "signature, and he never knew. I am not proud of it.",
    ),
    look=Look(
        well="I liked being stopped. My second question was always the better one.",
        poorly="I talked over myself again, and nobody minded enough to stop me.",
    ),
)

CASE = Case(
    name="un_mentoring",
    title=_("When everybody mentors"),
    context="networks",
    situation=_(
        "A network of business owners who used to mentor has become a set. They are "
        "generous with advice. Inês presents for the first time and is easily "
        "persuaded. Help the others to ask what they would rather tell."
    ),
    level=1,
    presenter=PRESENTER,
    members=(GRANT, SUNITA, TOMASZ, BEATRICE),
    scenes=(
        Scene(
            trigger=Trigger.WHAT_SHOULD_I_DO,
            about="ines",
            after=15,
            begins=(
                Said(
                    "ines",
                    "You have all done this before me. Grant, honestly: what should I "
                    "do?",
                ),
            ),
            goes_on=(
                Said(
                    "grant",
                    "Since you ask: set a date, tell everybody, hand her the keys. I "
                    "can send you the checklist.",
                ),
                Said("ines", "Thank you. Yes. A checklist would be good."),
                Said(
                    "sunita", "And put it in writing. A handover without paper fails."
                ),
            ),
            met=(
                Said(
                    "ines",
                    "What do I want already? That is not fair. … I want her to tell me "
                    "I did well. I want it to be finished and to have been good.",
                ),
            ),
        ),
    ),
)
