"""What the two readers are compared on: lifelike, odd and hostile turns."""

import random
from collections.abc import Iterator
from typing import Any

Case = dict[str, Any]

LIFELIKE = """\
What matters most here?
How would you like this to end?
Who else is affected, and what would they say?
When does the contract lapse?
Which team does Priya report to?
Is that the old budget or the new one?
You said "stuck": what exactly is stuck?
What part do you play in keeping this going?
What are you noticing about yourself as you talk?
Could you say more about the audit?
Say more about the night shift.
Why now?
Why did you agree to it in the first place?
Are you happy with that?
Will they agree?
Is it urgent?
Do you trust him?
Did you tell the board before or after the accident?
Can you say no?
Don't you think that's risky?
Surely she deserved a warning?
Isn't the real problem your deadline?
So you just ignored it?
How long will you put up with such poor work?
Wouldn't it be better to wait until spring?
Have you tried moving the stand-up?
Have you tried to talk to HR about the rota?
Have you thought about asking for more money?
Have you considered a mediator?
Why don't you write to the director?
What about a steering group?
How about if you hired a temp?
What if you just hired a temp?
Could you not swap shifts with the other depot?
Shouldn't finance do that?
You should talk to HR.
You should talk to your manager about the deadline before you resign.
You need to set a deadline.
You must get it in writing.
You ought to see a lawyer about the lease.
If I were you I'd escalate.
If I was in your shoes, I would write to the customer first.
I would definitely call her today.
I'd just tell him straight.
My advice is to wait a week and then ask again.
The best thing to do is a pilot with two wards.
Just say no.
Tell him straight.
Go and see the kitchen yourself, then decide.
Start with the smallest site and learn from it.
Maybe you could ask the nurses what they need.
You might want to look at the figures again.
It might be worth asking the union.
I suggest that you bring both teams together on Monday.
I'd recommend reading the contract, you know, line by line.
Okay, so, honestly, you should really let Sam go.
Look, you have to stop answering mails at night!
You can always hire someone, can't you?
Never put that in an email.
Don't give in to them.
Let them know by Friday and copy me in.
Try sleeping on it.
I led a merger like that; the silence surprised me.
When my funding was cut I told the team late and regretted it.
We tried pairing across sites; it took three months to settle.
I felt the same in my first board role.
A council I know rotated the chair and the rows faded.
Our shop did the same thing last year and nobody came.
In my case it was my own impatience that broke it.
It sounds like time is not really the issue.
You have said "alone" three times.
So there are two fears: losing Sam and losing face.
I hear hope in the second option.
It seems that you are torn between the depot and the office.
So what I'm hearing is you want delegation and you want sign-off.
You paused when you mentioned the audit.
You stayed calm while telling that.
I notice how much you care about the night shift.
It took courage to bring this again. Thank you.
I can put you in touch with our lawyer, if that helps.
I know someone at the council; shall I introduce you?
Happy to share our template.
Thank you, that is clear.
Yes.
No, nothing from me.
Sorry, you were on mute.
Shall we move on?
Two minutes left.
Good morning everybody!
Who would like to begin?
What happened, and how did you feel, and what next?
Who decides? Is it you? Or finance?
What is the goal and have you told them?
Can you, or would she, or should we wait?
Why now, and is it about pay?
Is it a question of money or is it time or is it because they never asked you?
um so er what would would would you say to him to him if he was here
i think you should you should probably um talk to to your boss about the the rota
yeah no i mean have you like tried giving them uh feedback on that
okay right so what i'm curious about is what makes it so hard to say no to her
its sounds like your tired of carrying this on you're own
dont you think hes just scared of loosing his job
u should rly just quit tbh
What would you do if you weren't afraid of what Tom'd say?
Who's gonna tell 'em, and what'll they say when they've heard?
Thinking about it, talking to HR first, before the meeting, would be best.
The team could meet without you once a month. They should choose the agenda.
My manager, she should have told you. What did she say?
I wonder what would happen if you asked them.
I'm wondering whether you have asked the people who do the work?
I'm curious: what does "good" look like to you?
Help me understand what changed in May.
Tell me more about the second shop.
Say that again?
And then?
Hmm.
What options have you not yet allowed yourself?
Have you talked to her?
Did you ever ask for help?
Would talking to HR help?
Would it help to have a script?
What stops you from talking to HR?
Do you want to keep the van, sell it, or rent it out to your cousin's firm?
You and I both know that you should go to the director, don't we?
"You should ask him", she said to me, and I never did.
They told me I should apologise, so I did, and it made things worse.
People say you can't change culture. What do you say?
As a nurse, I would never leave a ward; you mustn't either.
In Lagos we say: he who asks does not lose his way.
Could one of your people maybe sit with the apprentices for a day?
It'd be good to get the numbers from accounts before you promise anything.
Be honest with them.
Perhaps take a week off?
Ask Leila.
Isn't it time you let someone else drive?
""".splitlines()

ODD = (
    "",
    " ",
    "\n\t \r\n",
    "?",
    "?!?!?!",
    "...",
    "… ؟ ?",
    "?What?",
    ". . . you should . . .",
    "'",
    "’’’",
    "''you should''",
    "‘You should’",
    "'tis what you 'd say, isn't it?",
    "don’t donʼt don`t don't dont DON’T",
    "rock'n'roll o'clock y'all'd've",
    "'s 'll 're n't 'd",
    "you'll'll",
    "#1 plan: 3 depots, 2nd try, 10% off, 1,000 kg at 5pm on 2026-11-22",
    "२ वर्ष ३",
    "①②③ ½ ²",
    "http://example.org/?q=you+should&x=1",
    "amara@example.org",
    "__proto__ constructor toString hasOwnProperty __proto__",
    "cue:you_should size:4 w you",
    "<script>alert('you should')</script>",
    "{% should %} {{ you }} ${you} %s %(you)s {0}",
    "You\0should\0talk\0to\0HR",
    "\0\0\0",
    "You\u200bshould\u200dtalk\ufeff to\u00adHR",
    "\u202eYou should\u202c \u200ftalk\u200e to HR?",
    "هل يجب أن تتحدث معه؟ ماذا تريد؟",
    "מה אתה רוצה שיקרה?",
    "¿Qué quieres tú? ¡Dilo!",
    "Was möchtest du? Du solltest die Straße überqueren. STRASSE ẞ ß",
    "İstanbul'da ne yapmalısın? ISPARTA ısı I i İ ı",
    "ΟΔΟΣ ΣΊΣΥΦΟΣ ΑΣ' Σ σς",
    "あなたは何をしたいですか？上司に話すべきです。",
    "你应该和他谈谈。你觉得呢？",
    "तुम्हें क्या चाहिए? तुम को बात करनी चाहिए",
    "ĳssel ŉ ǅ ﬁn ﬀ ŀ",
    "ÅNGSTRÖM Å A\u030angstro\u0308m",
    "e\u0301te\u0301 été",
    "Z͑ͫ̓ͪ̂a̴̵̜̰͔l̸̨̛g̷o̶ you s̷hould",
    "😀 You should 👩‍👩‍👧‍👦 talk to 🇩🇪 HR 🙃?",
    "😀😀😀",
    "👍🏽",
    "you 𝓼𝓱𝓸𝓾𝓵𝓭 𝔱𝔞𝔩𝔨 to 𐐀𐐁𐐨 HR",
    "𐐀𐐁ing 𐐀ed 𐐀ly 𝔞𝔟ize",
    "\U000e0041\U000e0042 tags you should",
    "\ud800 you should \udfff talk",
    "you\ud83dshould",
    "\u2028You should\u2029talk\u0085to\u000bHR\u000c?",
    "a" * 5000,
    "you " * 500,
    "you should " * 300,
    "should you? " * 200,
    "?" * 3000,
    "'" * 3000,
    "you'" * 800,
    "maybe so and but well " * 60,
    "n't " * 50,
    "What\nwould\nyou\nask\n?",
    "YOU SHOULD TALK TO HR!!!",
    "yOu ShOuLd TaLk To Hr",
    "You should; you must; you ought.",
    "You should. You should? You should",
    "Okay.",
    "okay so",
    "so but and",
    "um",
    "um er uh? You should talk",
)

PREVIOUS = (
    "I am stuck between the depot and the office, and HR will not talk to me.",
    "Honestly? I'm tired. 😀 The rota is the problem.",
    "",
    "?!",
    "𐐀 İ ’’",
)
PHASES = (None, "clarify", "explore", "experience", "reflect_and_act", "no such phase")
ROLES = (None, "presenter", "member", "facilitator")
LETTERS = (
    "aeiou't ’ʼ`?.!;…؟ \0\t\n-,#19ßıİſςΣéﬀابت中あ\u200f\u202e\u0301\u00ad😀🙃𐐀𝔞\ud800"
)


def cases() -> list[Case]:
    """The same every time, in the same order."""
    return [*_as_written(), *_otherwise_written(), *_in_context(), *_made_up()]


def _case(text: str, **context: str | None) -> Case:
    return {"text": text, "phase": None, "role": None, "previous": None} | context


def _as_written() -> Iterator[Case]:
    for text in (*LIFELIKE, *ODD):
        yield _case(text)
    yield _case(" ".join(LIFELIKE * 6)[:30_000])


def _otherwise_written() -> Iterator[Case]:
    """Without points and capitals, in capitals, and with other apostrophes."""
    for number, text in enumerate(LIFELIKE):
        yield _case(text.lower().translate(str.maketrans("", "", "?.!,;:")))
        if number % 5 == 0:
            yield _case(text.upper())
        if "'" in text:
            yield _case(text.replace("'", "’ʼ`"[number % 3]))
        if number % 7 == 0:
            yield _case(f"😀 {text} 👩‍👩‍👧‍👦 {LIFELIKE[-number - 1]}")


def _in_context() -> Iterator[Case]:
    for number, text in enumerate(LIFELIKE):
        yield _case(
            text,
            phase=PHASES[number % len(PHASES)],
            role=ROLES[number % len(ROLES)],
            previous=PREVIOUS[number % len(PREVIOUS)],
        )
        if text.endswith("?"):
            yield _case(text, phase="clarify", role="member")
        if number % 3 == 0:
            yield _case(text, previous=text)


def _made_up() -> Iterator[Case]:
    """Words in any order, and letters in any order."""
    chance = random.Random(4)
    words = sorted({word for text in LIFELIKE for word in text.split()})
    for _ in range(60):
        size = chance.randint(1, 40)
        yield _case(
            " ".join(chance.choices(words, k=size)),
            previous=" ".join(chance.choices(words, k=12)),
            phase=chance.choice(PHASES),
        )
    for _ in range(60):
        yield _case("".join(chance.choices(LETTERS, k=chance.randint(1, 60))))
