"""Prints what has come of three tasks of the worker, as JSON."""

import json
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

import django


def main() -> None:
    django.setup()
    from django.db.models import Count

    from askwell.web.people.models import Notice
    from askwell.web.programmes.models import Contract, LearningSet, LedgerLine
    from askwell.web.renewal.models import HealthCheck, Renewal
    from askwell.web.vault.models import Receipt

    over = LearningSet.objects.get(ended_at__isnull=False)
    kinds = Notice.objects.order_by().values_list("kind").annotate(Count("pk"))
    told = dict(kinds)
    print(
        json.dumps(
            {
                "checks": HealthCheck.objects.count(),
                "answers": sum(each.answers for each in HealthCheck.objects.all()),
                "renewals": Renewal.objects.filter(decided_at=None).count(),
                "health": told.get("health", 0),
                "farewell": told.get("farewell", 0),
                "forgotten": told.get("forgotten", 0),
                "lines": LedgerLine.objects.filter(kind="forgotten").count(),
                "receipts": Receipt.objects.count(),
                "forgotten_at": over.forgotten_at is not None,
                "words": Contract.objects.filter(learning_set=over)[0].words,
            }
        )
    )


if __name__ == "__main__":
    main()
