"""Fills an empty database with what three tasks of the worker wait for."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")

import django


def main() -> None:
    django.setup()
    from datetime import timedelta

    from django.core.management import call_command
    from django.utils import timezone

    from askwell.web.programmes.models import LearningSet
    from askwell.web.vault import operations as vault
    from factories import a_person, a_set, an_action, is_in
    from web.renewal.meets import a_set_that_met, ended, four

    call_command("migrate", verbosity=0, interactive=False)
    vault.found()
    people, now = four(), timezone.now()
    over = ended(*people)
    LearningSet.objects.filter(pk=over.pk).update(forget_on=now.date())
    a_set_that_met(*people, times=5)
    leaver = a_person("Leaver")
    left = a_set(*people)
    is_in(left, leaver, left_at=now - timedelta(days=1))
    an_action(leaver, left, words="A leaver's word")


if __name__ == "__main__":
    main()
