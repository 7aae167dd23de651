"""What action learning is said to be good for, and what is measured of each of it."""

from dataclasses import dataclass

from askwell.insight.metric import Benefit, Metric
from askwell.insight.metrics import METRICS
from askwell.process.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class NotMeasured:
    """Something that could be looked at and is not, with the reason."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """One benefit: what is said of it, its metrics, and what is not measured."""

    benefit: Benefit
    title: str
    said: str
    not_measured: tuple[NotMeasured, ...] = ()

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """Those that speak of it first, in the order of all metrics."""
        return tuple(each for each in METRICS if self.benefit in each.benefits)


_WORDS_ARE_NOT_READ = _(
    "Not measured: it would have to be read in what people said, and words of a set "
    "are not read for figures."
)

BENEFITS: tuple[About, ...] = (
    About(
        benefit=Benefit.LISTENING,
        title=_("Listening"),
        said=_("People learn to listen before they speak."),
        not_measured=(
            NotMeasured(
                what=_("Silence after a question"),
                why=_("Not measured: Askwell does not listen to voices."),
            ),
        ),
    ),
    About(
        benefit=Benefit.QUESTIONING,
        title=_("Questioning"),
        said=_("People learn to ask questions that help others think."),
    ),
    About(
        benefit=Benefit.CRITICAL_THINKING,
        title=_("Critical thinking"),
        said=_("Assumptions are tested before anybody acts on them."),
        not_measured=(
            NotMeasured(
                what=_("Whether an assumption changed"),
                why=_(
                    "Not measured: presenters are asked for an outcome once, in one "
                    "tap; a second question in the same breath would be one too many."
                ),
            ),
        ),
    ),
    About(
        benefit=Benefit.COLLABORATION,
        title=_("Collaboration"),
        said=_("People give each other room, and help."),
    ),
    About(
        benefit=Benefit.SAFETY,
        title=_("Psychological safety"),
        said=_("People can say what they do not know or got wrong."),
    ),
    About(
        benefit=Benefit.STRATEGIC_THINKING,
        title=_("Strategic thinking"),
        said=_("People look beyond what is pressing today."),
        not_measured=(
            NotMeasured(
                what=_("How good the strategy is"),
                why=_("Not measured: no figure can tell that before the years do."),
            ),
        ),
    ),
    About(
        benefit=Benefit.REFLECTION,
        title=_("Personal and group reflection"),
        said=_("People, and sets, look back and say what they have learned."),
        not_measured=(
            NotMeasured(what=_("How deep a reflection is"), why=_WORDS_ARE_NOT_READ),
        ),
    ),
    About(
        benefit=Benefit.SYSTEMIC_THINKING,
        title=_("Systemic thinking"),
        said=_("People see links, patterns and later effects."),
        not_measured=(
            NotMeasured(
                what=_("How many stakeholders a topic names"), why=_WORDS_ARE_NOT_READ
            ),
        ),
    ),
    About(
        benefit=Benefit.TEAMWORK,
        title=_("Group and teamwork"),
        said=_("A set learns how to work well as a group."),
    ),
    About(
        benefit=Benefit.PROBLEM_SOLVING,
        title=_("Agile problem solving"),
        said=_("From question to step to learning in short loops."),
    ),
    About(
        benefit=Benefit.LEARNING_FOCUSED,
        title=_("Learning-focused working"),
        said=_("Work itself is what people learn from."),
    ),
    About(
        benefit=Benefit.LEADERSHIP,
        title=_("Leadership programmes"),
        said=_("Action learning carries what is learned on courses into work."),
        not_measured=(
            NotMeasured(
                what=_("Skills before and after, rated by oneself and others"),
                why=_(
                    "Not measured: a rating of one person by others comes too near to "
                    "appraisal, for which nothing here may be used."
                ),
            ),
        ),
    ),
    About(
        benefit=Benefit.NETWORKING,
        title=_("Networks and trust across organisations"),
        said=_("People come to know and trust others elsewhere."),
    ),
    About(
        benefit=Benefit.CULTURE,
        title=_("Culture"),
        said=_("Ways of working in sets spread to the rest of the organisation."),
        not_measured=(
            NotMeasured(
                what=_("The same questions, put to people in no set"),
                why=_(
                    "Not measured: Askwell knows only those who take part, so it "
                    "cannot say how others would have answered."
                ),
            ),
        ),
    ),
    About(
        benefit=Benefit.ENGAGEMENT,
        title=_("Engagement"),
        said=_("People come because they want to, and go on."),
        not_measured=(
            NotMeasured(
                what=_("What people feel, from faces, voices or typing"),
                why=_("Not measured, and never will be."),
            ),
        ),
    ),
    About(
        benefit=Benefit.ISSUES_SOLVED,
        title=_("Real issues solved"),
        said=_("Live issues move while people learn from them."),
        not_measured=(
            NotMeasured(
                what=_("What would have happened without a set"),
                why=_("Not measured: nobody can know."),
            ),
        ),
    ),
    About(
        benefit=Benefit.MIXED_LEVELS,
        title=_("Mixed levels"),
        said=_("People of different levels learn from each other as equals."),
    ),
    About(
        benefit=Benefit.COST,
        title=_("Cost kept down"),
        said=_("Peers help each other where outside help would have been bought."),
    ),
    About(
        benefit=Benefit.LEARNING_CULTURE,
        title=_("Learning culture"),
        said=_("Learning is part of everyday work, and for everybody."),
    ),
    About(
        benefit=Benefit.CHANGE,
        title=_("Support in change"),
        said=_("The organisation learns at least as fast as things change."),
    ),
)
"""In the order of the table of benefits (the enum's own order)."""

_BY_BENEFIT = {about.benefit: about for about in BENEFITS}


def about_benefit(benefit: Benefit) -> About:
    return _BY_BENEFIT[benefit]
