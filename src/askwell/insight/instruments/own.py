"""Askwell's own items: short, in plain words, and nobody else's."""

from askwell.insight.instruments.shape import Instrument, Item, Scale
from askwell.process.words import _

AGREEMENT = Scale(1, 7, _("not true at all"), _("entirely true"))
PACE = Scale(0, 10, _("not at all"), _("completely"))


def _item(
    name: str, words: str, *, of: str, part: str = "", turned: bool = False
) -> Item:
    return Item(key=name, words=words, metric=of, subscale=part, is_reversed=turned)


SAFETY = Instrument(
    key="psychological_safety",
    title=_("Feeling safe in the set"),
    asks=_("Think of your set as it is now."),
    scale=AGREEMENT,
    items=(
        _item(
            "safety_unsure",
            _("In our set I can say that I do not know what to do."),
            of="psychological_safety",
        ),
        _item(
            "safety_against",
            _("In our set, getting something wrong is remembered against people."),
            of="psychological_safety",
            turned=True,
        ),
        _item(
            "safety_awkward",
            _("We can speak about what is awkward between us."),
            of="psychological_safety",
        ),
        _item(
            "safety_guarded",
            _("I think twice before I say in our set what really goes on at work."),
            of="psychological_safety",
            turned=True,
        ),
        _item(
            "safety_help",
            _("Asking for help in our set costs me nothing."),
            of="psychological_safety",
        ),
        _item(
            "safety_apart",
            _("Somebody who sees things differently soon stands alone in our set."),
            of="psychological_safety",
            turned=True,
        ),
        _item(
            "safety_wanted",
            _("What I can do, and how I am, is wanted in our set."),
            of="psychological_safety",
        ),
    ),
)
TRUST = Instrument(
    key="trust",
    title=_("Trust across areas"),
    asks=_("Think of the people you met here who work elsewhere than you do."),
    scale=AGREEMENT,
    items=(
        _item(
            "trust_keep",
            _("They keep to themselves what I tell them in confidence."),
            of="trust",
        ),
        _item(
            "trust_word", _("When they say they will do it, they do it."), of="trust"
        ),
        _item(
            "trust_call", _("I could call one of them with a worry today."), of="trust"
        ),
        _item(
            "trust_well",
            _("They wish my area well, also when it is no use to theirs."),
            of="trust",
        ),
    ),
)
CULTURE = Instrument(
    key="learning_culture",
    title=_("How we learn where I work"),
    asks=_("Think of the place where you work, beyond your set."),
    scale=AGREEMENT,
    items=(
        _item(
            "culture_effects",
            _("Before we change something, we ask what else it will set in motion."),
            of="learning_culture",
            part="systems_thinking",
        ),
        _item(
            "culture_causes",
            _("When something goes wrong, we look at how things hang together first."),
            of="learning_culture",
            part="systems_thinking",
        ),
        _item(
            "culture_grow",
            _("I have time at work to get better at what matters to me."),
            of="learning_culture",
            part="personal_mastery",
        ),
        _item(
            "culture_honest",
            _(
                "People here look honestly at how far they still are from what they "
                "want to bring about."
            ),
            of="learning_culture",
            part="personal_mastery",
        ),
        _item(
            "culture_assume",
            _("We say aloud what we take for granted, and look at whether it is so."),
            of="learning_culture",
            part="mental_models",
        ),
        _item(
            "culture_mind",
            _("People in charge here change their minds when they hear a good reason."),
            of="learning_culture",
            part="mental_models",
        ),
        _item(
            "culture_future",
            _("We know what we want to bring about together, and want it ourselves."),
            of="learning_culture",
            part="shared_vision",
        ),
        _item(
            "culture_say",
            _("I have had a say in where we are going."),
            of="learning_culture",
            part="shared_vision",
        ),
        _item(
            "culture_together",
            _("We come out of our talks knowing more than any of us did before."),
            of="learning_culture",
            part="team_learning",
        ),
        _item(
            "culture_review",
            _("When a piece of work is done, we look together at what it taught us."),
            of="learning_culture",
            part="team_learning",
        ),
    ),
)
LISTENING = Instrument(
    key="listening",
    title=_("Being listened to"),
    asks=_(
        "For those who have presented: think of the last time your own issue was "
        "worked on. If you have not had a turn yet, leave these out."
    ),
    scale=AGREEMENT,
    items=(
        _item(
            "listening_end", _("I was left time to finish my thoughts."), of="listening"
        ),
        _item(
            "listening_questions",
            _("Their questions took up what I had just said."),
            of="listening",
        ),
        _item(
            "listening_unsaid",
            _("They also heard what I found hard to put into words."),
            of="listening",
        ),
    ),
)
REFLEXIVITY = Instrument(
    key="team_reflexivity",
    title=_("Looking at how we work"),
    asks=_("Think of the last few meetings of your set."),
    scale=AGREEMENT,
    items=(
        _item(
            "reflexivity_stop",
            _("We stop now and then and ask whether the way we work helps."),
            of="team_reflexivity",
        ),
        _item(
            "reflexivity_purpose",
            _("We talk about whether our set still does what it is for."),
            of="team_reflexivity",
        ),
        _item(
            "reflexivity_try",
            _("What we found could be better, we tried the next time."),
            of="team_reflexivity",
        ),
        _item(
            "reflexivity_honest",
            _("In our reviews we also say what is uncomfortable."),
            of="team_reflexivity",
        ),
    ),
)
ENGAGEMENT = Instrument(
    key="engagement",
    title=_("Being in it"),
    asks=_("Think of the past weeks at work."),
    scale=AGREEMENT,
    items=(
        _item(
            "engagement_forward",
            _("On most days there is something at work I look forward to."),
            of="engagement",
        ),
        _item(
            "engagement_matters",
            _("What I do there makes a difference to somebody."),
            of="engagement",
        ),
        _item(
            "engagement_part",
            _("I take part in things there because I want to."),
            of="engagement",
        ),
    ),
)
SUPPORT = Instrument(
    key="support_in_change",
    title=_("Support while things change"),
    asks=_("Think of the changes around your work at present."),
    scale=AGREEMENT,
    items=(
        _item(
            "support_alone",
            _("I am not alone with what the changes ask of me."),
            of="support_in_change",
        ),
        _item(
            "support_sense",
            _("There are people with whom I can make sense of what is changing."),
            of="support_in_change",
        ),
        _item(
            "support_move",
            _("I can do something about how the changes turn out for me and mine."),
            of="support_in_change",
        ),
    ),
)
LAW = Instrument(
    key="law",
    title=_("Learning and change"),
    asks=_("Think of your organisation over the past three months."),
    scale=PACE,
    items=(
        _item("keeping_up", _("We learn as fast as things change."), of="keeping_up"),
        _item("changing_fast", _("Our surroundings change fast."), of="changing_fast"),
    ),
)

INSTRUMENTS: tuple[Instrument, ...] = (
    SAFETY,
    LISTENING,
    REFLEXIVITY,
    TRUST,
    CULTURE,
    ENGAGEMENT,
    SUPPORT,
    LAW,
)
