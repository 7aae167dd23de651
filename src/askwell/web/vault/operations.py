"""Found the vault, check it, destroy keys, change the master key."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import transaction

from askwell.web.vault import master
from askwell.web.vault.cipher import keystore
from askwell.web.vault.errors import VaultLocked
from askwell.web.vault.fields import SealedTextField
from askwell.web.vault.models import Mark, Receipt

__all__ = [
    "VaultLocked",
    "check",
    "found",
    "prepare",
    "prepare_own",
    "rotate",
    "shred_author",
    "shred_set",
]


def found() -> None:
    """Make keystore and master key for a database without sealed words; else check.

    Raises VaultLocked, with what to do, rather than begin anew over old words.
    """
    store = keystore()
    if not store.is_founded():
        _refuse_to_begin_anew()
        store.found()
    if not Mark.objects.exists():
        Mark.objects.get_or_create(id=1, defaults={"keystore": store.identity()})
    check()


def check() -> None:
    """Raise VaultLocked unless database, keystore and master key belong together."""
    store = keystore()
    store.check()
    mark = Mark.objects.first()
    if mark is None:
        raise VaultLocked("This server has not been set up: run `askwell setup`.")
    if str(mark.keystore) != store.identity():
        raise VaultLocked(
            f"The keystore {store.path} belongs to another database. Put back the "
            "keystore that was kept with this one."
        )
    _forget_again()


def prepare(set_id: UUID | str, author_ids: list[UUID | str]) -> None:
    """Make the authors' keys in one write, so that first words need not wait."""
    keystore().prepare(str(set_id), [str(author_id) for author_id in author_ids])


def prepare_own(people: Iterable[UUID | str]) -> None:
    """Make the keys that are people's own in one write, before many are needed."""
    keystore().prepare_own(str(person) for person in people)


@transaction.atomic(durable=True)
def shred_set(set_id: UUID, *, at: datetime) -> Receipt:
    """Destroy the set's keys: nobody can read its words again.

    The keys go first: a receipt is never written for words that can still be read.
    """
    when = keystore().shred(str(set_id), at=at)
    return _receipt(set_id, author_id="", keys=[], at=when)


@transaction.atomic(durable=True)
def shred_author(set_id: UUID, author_id: UUID | str, *, at: datetime) -> Receipt:
    """Destroy one author's keys in the set; the others' words stay readable.

    Should the author come back to the set, new words get a new key.
    """
    keys = keystore().shred_author(str(set_id), str(author_id), at=at)
    return _receipt(set_id, author_id=str(author_id), keys=keys, at=at)


def rotate(new: bytes | None = None) -> None:
    """Wrap all keys with a new master key.

    The new one takes the place of the master key file. Where the environment holds
    the master key, `new` is needed and the environment is the caller's to change.
    """
    store = keystore()
    if store.master.given and new is None:
        raise VaultLocked(
            "The master key comes from ASKWELL_MASTER_KEY: give the new one as "
            "ASKWELL_NEW_MASTER_KEY, and put it in ASKWELL_MASTER_KEY afterwards."
        )
    store.rotate(new or master.new_key())


def _refuse_to_begin_anew() -> None:
    if Mark.objects.exists() or _words_are_sealed():
        raise VaultLocked(
            "The words in this database are sealed with keys from a keystore that is "
            f"missing: there is none at {settings.KEYSTORE}. Put it back from its "
            "backup. No new one was made: it could not open what is already sealed. "
            "(To begin again with nothing, remove the database as well.)"
        )


def _words_are_sealed() -> bool:
    return any(
        model._base_manager.filter(**{f"{field.name}__isnull": False}).exists()
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, SealedTextField)
    )


def _forget_again() -> None:
    """Shred what a keystore restored from an older backup has brought back."""
    store = keystore()
    live_sets, live_keys = store.live_sets(), store.live_keys()
    for receipt in Receipt.objects.all():
        if not receipt.author_id and str(receipt.set_id) in live_sets:
            store.shred(str(receipt.set_id), at=receipt.shredded_at)
        elif back := live_keys.intersection(receipt.keys):
            store.shred_keys(back, at=receipt.shredded_at)


def _receipt(set_id: UUID, *, author_id: str, keys: list[int], at: datetime) -> Receipt:
    kept_for = timedelta(days=settings.KEYSTORE_BACKUP_DAYS)
    receipt, _ = Receipt.objects.get_or_create(
        set_id=set_id,
        author_id=author_id,
        keys=keys,
        defaults={"shredded_at": at, "unreadable_from": (at + kept_for).date()},
    )
    return receipt
