"""What is said in the meetings of the year: short, invented, and about nobody."""

from random import Random

# Filled into the phrases below, so that few of them sound the same.
WHOM = (
    "the night team", "the front desk", "the newest people", "the two depots",
    "the ward", "the call centre", "my deputy", "the board", "our suppliers",
    "the repairs team", "the people who answer the phones", "the union",
    "the partner down the road", "my own manager", "the volunteers", "the tenants",
)  # fmt: skip
WHAT = (
    "the rota", "the new system", "the move", "the merger", "the budget",
    "the Monday meeting", "the handover", "the waiting list", "the new rules",
    "the training day", "the empty posts", "the survey", "the closing date",
    "the two inboxes", "the on-call list", "the shared yard",
)  # fmt: skip

TOPICS = (
    "Nobody owns {what}",
    "{what} landed on my desk and belongs on three",
    "I have stopped hearing from {whom}",
    "Two people I need do not speak to each other",
    "{whom} and {what}: a year of polite nods",
    "How to say no to {whom} and mean it kindly",
    "I am the only one who knows how {what} works",
    "We have changed {what} twice since spring",
    "Good people are leaving, and not for money",
    "A promise about {what} that I can no longer keep",
    "I answer for {what} and decide nothing of it",
    "What to stop, now that {what} is here to stay",
    "{whom} want certainty about {what}",
    "My best person should have my job, and I am in it",
    "How to ask {whom} for help before it is late",
    "An offer I did not expect, about {what}",
)
QUESTIONS = (
    "How would you know that {what} had got better?",
    "What happens on a day when it goes well?",
    "What would {whom} say is going on here?",
    "Where does {what} hurt most, and whom?",
    "What have you not yet tried because it seemed too small?",
    "How did you come to be the one who carries this?",
    "What would be different by Christmas if nothing were done?",
    "What are you hoping somebody will say to you?",
    "When did you last enjoy {what}?",
    "What do you already know that you are not acting on?",
    "Who would be glad if this worked?",
    "How much of this is yours?",
    "What would enough look like?",
    "What keeps {what} as it is?",
)
PROBING = (
    "You said twice that it was fine. What does fine look like?",
    "What exactly did {whom} hear you say?",
    "What was in the silence after you told them?",
    "You called it a mess. Which part of it?",
    "What did you do in the minute before you answered?",
)
CHALLENGING = (
    "What are you assuming about {whom}?",
    "What would have to be true for {whom} to be right?",
    "What do you get out of being the one who mends {what}?",
    "How do you know that it cannot be asked?",
    "Whose rule is that?",
    "What would you do if you were not afraid of {whom}?",
    "What if {what} is working exactly as somebody wants it to?",
    "Which part of this would you defend if I attacked it?",
)
SYSTEMIC = (
    "Who else is touched by {what}, and has not been asked?",
    "Where else in your house does this happen?",
    "What changed around {what} before it became hard?",
    "If you mend it here, where does it turn up next?",
    "What does {what} do for {whom} that nobody mentions?",
    "How will this look to {whom} in two years?",
    "What is the pattern, if you look from far away?",
)
REFLECTIVE = (
    "What do you notice in yourself as you tell us this?",
    "Which of these questions would you rather not have been asked?",
    "What has become lighter in the last ten minutes?",
    "What are you learning about how you lead?",
)
CLOSED = (
    "Have you told {whom}?",
    "Is it in writing?",
    "Did anybody answer?",
    "Could {whom} take it on?",
    "Does your manager know?",
    "Isn't {what} simply late?",
)
CLARIFYING = (
    "How many people is that?",
    "Since when has {what} been like this?",
    "Who decides about it on paper?",
    "Is {whom} in the same building?",
    "How often does it come up?",
    "What is the date nobody can move?",
)
STORIES = (
    "It began in the spring with {what}, and each time I mend it I own it more.",
    "On paper {whom} and we share this. In the corridor I am asked and they are not.",
    "I have tried talking, and I have tried waiting. Both were called support.",
    "There are eleven of us and {what}. I go home with it more often than I say.",
    "It is a good thing, really, and I notice that I am hiding from it.",
)
ASKED_FOR = (
    "What am I not seeing about {what}?",
    "How do I go on with {whom} from here?",
    "What is mine to do, and what is not?",
    "How would I begin, if I began small?",
)
WORTHWHILE = (
    "One question I can take home.",
    "To stop rehearsing it on the bus.",
    "To know what I want before I ask {whom} for it.",
    "To hear it out loud.",
)
ANSWERS = (
    "I had not thought of it from the side of {whom}.",
    "About twice a week, and always on a Friday.",
    "That I would be found out, I suppose.",
    "They would say we never asked. And we did not.",
    "I would have to let go of {what}, and I like being asked.",
    "Good question. I should like to leave it open for a moment.",
    "It would be quieter. I would get my Thursdays back.",
    "No. I have told everybody but {whom}.",
    "When it goes well nobody tells me, so I could not say.",
    "It is older than I am in the job.",
    "Perhaps a third of it is mine.",
    "I keep saying “they”. I mean two people.",
)
OBSERVATIONS = (
    "You smiled when you said {what}.",
    "I heard “should” four times, and “want” once.",
    "You slowed down when you came to {whom}.",
    "I noticed that you answered for {whom}.",
)
EXPERIENCES = (
    "I once kept a list of whom I was angry with. It was mostly me.",
    "I had something like {what}, and it shrank when I drew it.",
    "I spent a year waiting for {whom} to ask me, and they were waiting too.",
    "I learned to say the date first and the reason second.",
)
OFFERS = (
    "I could lend you an hour and a large sheet of paper.",
    "We have a form for {what} that you may copy and spoil.",
    "I know somebody who has been through it and likes to be asked.",
    "Come and sit in our morning meeting; it takes nine minutes.",
)
LEARNINGS = (
    "I answer faster than I think, above all when {whom} are in the room.",
    "The question about {what} was really about being needed.",
    "Nobody had forbidden it. I had.",
    "I can ask for half an hour, and nothing falls down.",
    "What I call resistance is often a question nobody answered.",
    "Saying it aloud made it a third of the size.",
    "I learn more from the quiet ones when I wait a breath longer.",
    "Two of us in different houses have the same {what}.",
    "I would rather be clear than liked, this once.",
    "The people who do the work had known since March.",
    "I had asked {whom} for agreement when I wanted their view.",
    "Small and this week beats large and next quarter.",
)
ACTIONS = (
    "Ask {whom} what they would stop first",
    "Walk through {what} with the person who does it at night",
    "Write down who decides about {what}, on one side",
    "Have a coffee with {whom}, without slides",
    "Say at the Monday meeting what I do not know",
    "Try {what} for two weeks with one team only",
    "Ring the person at the other house who has this too",
    "Hand {what} to my deputy, and stay out of the room",
    "Count for a fortnight how often {what} comes up",
    "Tell my manager what I need by when",
)
SIGNS = (
    "I will have slept on a Sunday.",
    "Somebody other than me brings it up.",
    "There is a name beside it, and it is not mine.",
    "I know three things I do not know now.",
)
DID = (
    "I asked, and then I held my tongue.",
    "We tried it on one floor for a fortnight.",
    "I wrote it on one side and left it on the table.",
    "I rang, and we talked for an hour.",
    "I began, and was overtaken by {what}.",
)
HAPPENED = (
    "They had three ideas, and one of them was mine to stop.",
    "Nothing for a week, and then everybody at once.",
    "{whom} asked to be in the next one.",
    "It took ten minutes. I had been dreading it since May.",
    "It did not work, and we know why.",
)
LEARNED = (
    "Asking costs less than I had thought.",
    "They were waiting for somebody to go first.",
    "I had the wrong person in mind.",
    "It is easier to change {what} than to explain it.",
    "A trial frightens nobody.",
)
STILL_OPEN = ("How to keep it going when I am away.", "What {whom} make of it.")
WENT_WELL = (
    "We left room after the answers.",
    "Everybody asked at least once.",
    "Nobody rescued anybody.",
    "The silence helped more than the talk before it.",
    "We asked about the person and not about the puzzle.",
)
TRY_NEXT = (
    "Wait for a breath before the next question.",
    "Ask shorter questions.",
    "Hear first from whoever has not spoken.",
    "Begin with what became of the actions, on time.",
    "Say so when a question has advice inside it.",
)
REASONS = ("We ran out of time.", "The train was late, and we began late.")
WHY_LEFT_OUT = ("Everything had been said in the check-in.",)


def say(phrases: tuple[str, ...], chance: Random) -> str:
    """One of them, filled in; it begins with a capital letter."""
    words = chance.choice(phrases).format(
        what=chance.choice(WHAT), whom=chance.choice(WHOM)
    )
    return words[:1].upper() + words[1:]


def often(share: float, chance: Random) -> bool:
    """True with this probability."""
    return chance.random() < share
