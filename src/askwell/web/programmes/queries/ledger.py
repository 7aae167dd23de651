"""Questions about what was done with a set."""

from django.db.models import QuerySet

from askwell.web.programmes.models import LearningSet, LedgerLine


def ledger_of(learning_set: LearningSet) -> QuerySet[LedgerLine]:
    """Every line, the newest first; how it began comes last of what was at once."""
    lines = LedgerLine.objects.filter(learning_set=learning_set)
    return lines.select_related("by", "about").order_by("-at", "-kind", "pk")
