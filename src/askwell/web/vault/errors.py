"""What can go wrong with sealed words, each with a sentence a person can act on."""


class VaultLocked(Exception):
    """The keystore or its master key is missing or is not the right one.

    The message says what to do. The server must not start.
    """


class Tampered(Exception):
    """Sealed words do not fit the row, set or author they are found with."""


class Shredded(Exception):
    """The set's keys have been destroyed, so nothing more can be sealed for it."""
