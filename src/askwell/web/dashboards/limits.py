"""What the figures are not for: said on every page that shows them, and in files."""

from django.utils.translation import gettext as _

from askwell.insight.metric import FEWEST_PEOPLE, FEWEST_SETS


def limits() -> tuple[str, ...]:
    """Whole sentences, the most important first."""
    smallest = {"people": FEWEST_PEOPLE, "sets": FEWEST_SETS}
    return (
        _("These figures are not for appraisal, selection or pay, and rank nobody."),
        _(
            "They point at nobody: none speaks of fewer than %(people)s people in "
            "%(sets)s sets, people are counted in fives, and what could tell of "
            "somebody beside earlier figures is left out."
        )
        % smallest,
        _(
            "They are frozen once a quarter and never change afterwards. Better after "
            "than before is no proof that the programme was the reason."
        ),
    )
