"""`askwell keys`: check, back up, rotate and destroy keys from the terminal."""

import argparse
import os
from pathlib import Path
from uuid import UUID

from askwell.web.vault.errors import VaultLocked


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the acts to the parser; each sets `act`, to be run once Django is up."""
    acts = parser.add_subparsers(required=True, metavar="ACT")

    checking = acts.add_parser("check", help="say whether the keys fit the database")
    checking.set_defaults(act=check)

    backing_up = acts.add_parser("backup", help="copy the keystore while it is in use")
    backing_up.add_argument("to", type=Path, help="the file to write; must not exist")
    backing_up.set_defaults(act=back_up)

    rotating = acts.add_parser("rotate", help="replace the master key by a new one")
    rotating.set_defaults(act=rotate)

    shredding = acts.add_parser("shred", help="destroy the keys of a set for ever")
    shredding.add_argument("learning_set", type=UUID, metavar="SET", help="its id")
    shredding.add_argument(
        "--author", type=UUID, help="only this person's words in the set, by their id"
    )
    shredding.add_argument(
        "--for-ever", action="store_true", help="needed, as nothing brings words back"
    )
    shredding.set_defaults(act=shred)


def check(_: argparse.Namespace) -> None:
    from askwell.web.vault import operations

    operations.check()
    print("Database, keystore and master key belong together.")


def back_up(options: argparse.Namespace) -> None:
    from askwell.web.vault import cipher

    store = cipher.keystore()
    try:
        store.backup(options.to)
    except OSError as problem:
        raise VaultLocked(
            f"Cannot write {options.to}: {problem.strerror}. Name a new file in a "
            "folder that can be written."
        ) from problem
    print(f"The keystore is copied to {options.to}.")
    print(f"It opens nothing without the master key ({store.master.source}).")
    print("Keep the two apart, and neither of them with the database's backups.")


def rotate(_: argparse.Namespace) -> None:
    from askwell.web.vault import cipher, master, operations

    name = "ASKWELL_NEW_MASTER_KEY"
    given = os.environ.get(name)
    operations.rotate(master.decode(given, source=name) if given else None)
    place = cipher.keystore().master
    if place.given:
        print(f"Done. Put the new key in {place.source} and start Askwell again.")
    else:
        print(f"Done. The new master key is in {place.file}: keep a copy of it now.")


def shred(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from askwell.web.vault import operations

    if not options.for_ever:
        raise VaultLocked(
            "Destroyed keys cannot be brought back. If the members have what is "
            "theirs, say the same again with --for-ever."
        )
    if options.author:
        receipt = operations.shred_author(
            options.learning_set, options.author, at=timezone.now()
        )
    else:
        receipt = operations.shred_set(options.learning_set, at=timezone.now())
    print(f"{receipt}.")
