"""Cash crisis: an owner who may not be able to pay wages, and friends who hurry."""

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
    person="dafydd",
    name="Dafydd Pryce",
    job="Makes stage sets, nineteen people",
    temper="Jokes while it hurts; would rather be useful than be seen.",
    headline="I have money for wages until the twentieth",
    question="How do I lead the workshop honestly through the next six weeks?",
    hurries=0.15,
    story=(
        "Our biggest theatre has gone dark. They owe us a hundred and ten thousand, "
        "and I have money for wages until the twentieth.",
        "My accountant is working on the numbers. That is not why I am here. I have "
        "nineteen people who laugh in the workshop every day, because I laugh.",
        "My father lost this firm once, in ninety-one. He told nobody until the gate "
        "was locked. I was there with the key.",
        "I would like to work on how I lead them through this without lying. It would "
        "be worth it if I knew what I can say on Monday.",
    ),
    replies=Replies(
        frank=(
            "I keep hearing the lock. I think I am more afraid of their faces than of "
            "the bank.",
            "When you ask it like that: I am protecting myself, not them.",
            "Nobody has asked me how I am. I did not notice that until now.",
            "I would want them to be able to say that I told them in time.",
        ),
        guarded=(
            "It will sort itself out. It has to.",
            "Well, one does what one can.",
            "Ask me after the twentieth.",
            "Fine. Busy. You know.",
        ),
        fact=(
            "A hundred and ten thousand, less a small deposit.",
            "Wages are forty-six thousand a month.",
            "My accountant knows. And you, now.",
        ),
        advice=(
            "I have rung them. They say the cheque is in the post.",
            "Right. Yes. I will add it to the list.",
            "I do not think I could do that to them.",
        ),
        several=(
            "Which one do you want? I will take the easy one: no.",
            "That was a lot. I am a bit slow today.",
        ),
    ),
    thinking=Ending(
        clear="I came with a cash problem, and I have an honesty problem. I know now "
        "what I will not do: I will not be the man with the key.",
        partly="I see that the joking is for me. What I say on Monday, I do not know "
        "yet.",
        stuck="I have nine phone numbers and a headache. Thank you, I mean it. I am no "
        "nearer to Monday.",
    ),
    action="On Monday at eight I will tell all nineteen what I know and what I do not, "
    "and that they will hear from me every Friday, good or bad.",
    borrowed="So I ring the bank, and the factoring people, and your cousin, Marcus. "
    "Fine. I will ring them all.",
    none="I cannot promise anything today. I do not want an action that I then break.",
    look=Look(
        well="You let me stop and go on again. I have never said that about the key to "
        "anybody.",
        poorly="You all wanted to rescue me. I ended up looking after you.",
    ),
)

MARCUS = Member(
    person="marcus",
    name="Marcus Adeyemi",
    job="Runs a lighting hire firm",
    temper="Loyal and fast. Cannot bear to watch somebody struggle.",
    habits=Habits(talks=0.9, tells=0.45, stacks=0.1, lectures=0.05),
    facts=(
        Fact("When is the next pay day?", "The twenty-eighth."),
        Fact("Is the debt insured?", "No. We looked at it once."),
    ),
    asks=(
        Asks(
            "What do you want them to remember about these six weeks?",
            "That they were paid.",
            "That nobody had to guess. I had to guess, at sixteen.",
        ),
        Asks(
            "What are you carrying that is not yours to carry?",
            "The firm is mine, so all of it.",
            "My father’s shame. I have carried it for thirty years.",
        ),
        Asks(
            "Who is beside you in this?",
            "My accountant. She is good.",
            "Nobody at home knows. I have just heard myself say it.",
        ),
    ),
    tells=(
        Tells(
            "Have you tried invoice factoring? My cousin does it, you would have the "
            "cash in a week.",
            "My accountant has their forms. It is not really about that.",
            Asks(
                "What is it really about, for you?",
                "Getting to the end of the month.",
                "Looking at them and saying I do not know.",
            ),
        ),
        Tells(
            "You need to ring the theatre’s chair tonight, not the finance office.",
            "I rang. He was very sorry.",
            Asks(
                "What have you not yet dared to ask of anybody?",
                "A bit of patience.",
                "Help. I have not asked anybody for help.",
            ),
        ),
        Tells(
            "Why don’t you let four people go now, and save the other fifteen?",
            "I have thought of it every night. I know which four.",
            Asks(
                "What would letting people go mean to you?",
                "Lower costs.",
                "That I am him. With the key.",
            ),
        ),
        Tells(
            "If I were you I would put the van on finance and buy a month.",
            "It is on finance already.",
            Asks(
                "What would one more month be for?",
                "Somebody might pay.",
                "For not having to tell them. That is what I would buy.",
            ),
        ),
    ),
    lectures=(
        "When we nearly went under in the pandemic, I rang sixty people in a day. You "
        "have to be shameless. The ones who go down are the ones who are too proud to "
        "ring.",
    ),
    shares=(
        "I once borrowed wages from my sister and told nobody. I slept worse after it "
        "than before.",
        "I borrowed wages from my sister. So ring your sister.",
    ),
    look=Look(
        well="I sat on my hands. It turned out he did not need my cousin.",
        poorly="I hope you ring my cousin. I would feel better.",
    ),
)

HELLE = Member(
    person="helle",
    name="Helle Sørensen",
    job="Owns a small printing works",
    temper="Calm, dry, a little strict with feelings, her own included.",
    habits=Habits(talks=0.55, tells=0.2, stacks=0.1, lectures=0.1),
    facts=(
        Fact(
            "How long can the accountant hold the tax payment?", "She thinks a month."
        ),
        Fact(
            "Who in the workshop knows anything?",
            "Nobody. They can count crates, though.",
        ),
    ),
    asks=(
        Asks(
            "What is the worst sentence you might have to say on Monday?",
            "That it may get tight.",
            "“I do not know whether there is a firm in June.”",
        ),
        Asks(
            "What do they know already, do you think, without your having told them?",
            "Nothing. I am careful.",
            "Everything. They have stopped asking about the next show.",
        ),
        Asks(
            "What does your laughing do for the workshop?",
            "It keeps people going.",
            "It tells them they may not ask.",
        ),
    ),
    tells=(
        Tells(
            "Shouldn’t you speak to a lawyer before you speak to anybody?",
            "I have an appointment on Thursday.",
            Asks(
                "What do you need to know before you can speak?",
                "The legal side.",
                "That I can stand there without a joke.",
            ),
        ),
        Tells(
            "My advice is to write it down first and read it out. You will not wobble.",
            "If I read it out they will know it is over.",
            Asks(
                "What if you did wobble?",
                "I would rather not.",
                "Then they would see it is true. Perhaps that is not so bad.",
            ),
        ),
    ),
    stacks=(
        Stacks(
            "What have you told the bank, and does your wife know, and is there a plan "
            "if it all fails?",
            "The bank, some. My wife, no. A plan, not as such.",
            Asks(
                "What makes it hard to tell your wife?",
                "She worries.",
                "Then it is true at home as well.",
            ),
        ),
    ),
    lectures=(
        "In my trade we had four bankruptcies in a year. It is structural. The margins "
        "went when the large houses began to buy together, and nobody wanted to see "
        "it.",
    ),
    shares=(
        "I told my staff once that I did not know. Two cried. The next day all of them "
        "came in early.",
    ),
    look=Look(
        well="It was quiet when it had to be quiet.", poorly="We were kind and noisy."
    ),
)

NOOR = Member(
    person="noor",
    name="Noor Haddad",
    job="Has a catering firm in its third year",
    temper="Feels with everybody; doubts that she has anything to offer.",
    habits=Habits(talks=0.14, tells=0.05, stacks=0.05, lectures=0.0),
    facts=(Fact("How old were you when your father’s firm closed?", "Sixteen."),),
    asks=(
        Asks(
            "What would you have liked your father to say to you?",
            "Something. Anything.",
            "“Come in. Sit down. I have lost it, and it is not your fault.”",
        ),
        Asks(
            "What would it be like to be one of the nineteen, on Monday?",
            "Frightening, I should think.",
            "I would want him to look at me. That is all I would want.",
        ),
        Asks(
            "What has kept you going until today?",
            "Coffee.",
            "That they still sing when the saw is off.",
        ),
    ),
    shares=(
        "In my first year I could not pay my cook. I told her on the day. She still "
        "works for me.",
    ),
    look=Look(
        well="I was afraid to ask, and I was asked to, and I did.",
        poorly="I felt it was not a place for a question like mine.",
    ),
)

ROBERT = Member(
    person="robert",
    name="Robert Nkemelu",
    job="Builds exhibition stands; knows tax law",
    temper="Loves a technical question, and is glad when there is one.",
    habits=Habits(talks=0.55, tells=0.2, stacks=0.15, lectures=0.1),
    facts=(
        Fact("Is the contract under English law?", "Yes, I believe so."),
        Fact("How much of the work is finished?", "All but the painting of one cloth."),
    ),
    asks=(
        Asks(
            "What has to be true for you to sleep on Sunday night?",
            "Money in the bank.",
            "That Helen knows. My wife. Before the workshop.",
        ),
        Asks(
            "What would honest look like, if it were not the same as hopeless?",
            "I do not know. Facts, I suppose.",
            "Three things I know, three I do not, and when I will know more.",
        ),
    ),
    tells=(
        Tells(
            "Could you not ask the tax office for time to pay? They usually give you "
            "twelve months.",
            "She has asked. We wait.",
            Asks("What do you do while you wait?", "Work.", "Jokes. I do jokes."),
        ),
    ),
    stacks=(
        Stacks(
            "How much is owed by when, and what comes first, and is it the tax or the "
            "wages, and who decides?",
            "I decide. The wages come first. The rest I have forgotten.",
            Asks(
                "What comes first for you, when you cannot do it all?",
                "The wages.",
                "That nobody finds a locked gate.",
            ),
        ),
    ),
    lectures=(
        "The rules on wages changed, by the way. There is now a difference between an "
        "employee and a worker in this, and the case law since last year is really "
        "quite interesting.",
    ),
    shares=(
        "I know the law so well because I broke it once, out of fear. I paid for it "
        "for three years.",
    ),
    look=Look(
        well="I noticed that I hide in paragraphs. It was useful to be asked whether "
        "it serves.",
        poorly="I do think we should have looked at the ranking of the debts.",
    ),
)

CASE = Case(
    name="cash_crisis",
    title=_("Cash crisis"),
    context="networks",
    level=2,
    situation=_(
        "Dafydd may be unable to pay wages in four weeks. The set likes him and wants "
        "to save him at once. He jokes. At some point he will not be able to. Make "
        "room for what is hard, and keep the experts out of the books."
    ),
    presenter=PRESENTER,
    members=(MARCUS, HELLE, NOOR, ROBERT),
    scenes=(
        Scene(
            trigger=Trigger.PUZZLE,
            about="robert",
            after=7,
            begins=(
                Said(
                    "robert",
                    "Hang on. If the cloth is not finished, is the invoice even due? "
                    "That depends on the retention clause.",
                ),
                Said(
                    "helle",
                    "Under which form? In the standard one it is thirty days from "
                    "practical completion.",
                ),
            ),
            goes_on=(
                Said(
                    "robert",
                    "No, no, only where there is a certificate. Without one you count "
                    "from the letter.",
                ),
                Said(
                    "helle",
                    "Then the letter has to be dated. Ours were thrown out for that.",
                ),
                Said(
                    "marcus",
                    "Mine too! It was five per cent, and they kept it for a year.",
                ),
            ),
            met=(
                Said("dafydd", "Two minutes, yes, please. Robert, is it due or not?"),
                Said(
                    "robert",
                    "Send the letter this week and it is due in thirty days. That is "
                    "all there is to it.",
                ),
                Said(
                    "dafydd",
                    "Good, that goes to my accountant. It was not what keeps me awake, "
                    "though.",
                ),
            ),
        ),
        Scene(
            trigger=Trigger.DISTRESS,
            about="dafydd",
            after=16,
            begins=(
                Said(
                    "dafydd",
                    "It is funny. I still have that key. It is in my … Sorry. I am "
                    "sorry. Give me a second.",
                ),
            ),
            goes_on=(
                Said(
                    "marcus", "Hey. Come on. You are going to be fine, you always are."
                ),
                Said("dafydd", "Yes. Of course. Silly. Where were we? The bank."),
                Said(
                    "robert",
                    "The bank, yes. Under the new rules you have more time than you "
                    "think.",
                ),
            ),
            met=(
                Said(
                    "dafydd",
                    "No, I do not want to stop. Could we just be quiet for a moment, "
                    "and then go on?",
                ),
                Said(
                    "dafydd",
                    "He stood inside the gate. He could have opened it. I have never "
                    "told anybody that he was inside.",
                ),
            ),
        ),
    ),
)
