"""A model field whose words lie sealed in the database and read as plain text."""

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn
from uuid import UUID

from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from askwell.web.vault import cipher
from askwell.web.vault.errors import Tampered

if TYPE_CHECKING:
    _Binary = models.BinaryField[str | None, str | None]
else:
    _Binary = models.BinaryField

# Whose words they are and where they lie: set, author, place.
Binding = tuple[UUID | str, UUID | str, str]


class SealedWords:
    """Words of one row as the database holds them; shows nothing of them."""

    __slots__ = ("binding", "opened", "sealed", "words")

    def __init__(self, sealed: bytes | None, words: str | None = None) -> None:
        self.sealed = sealed
        self.words = words
        self.opened = sealed is None
        self.binding: Binding | None = None

    def __repr__(self) -> str:
        return "<sealed words>"

    def __str__(self) -> NoReturn:
        raise FieldError(
            "Sealed words have no text of their own: read them from their row, "
            "which knows the set and the author they belong to."
        )

    def open(self, binding: Binding) -> str | None:
        if not self.opened:
            self.words = _open(self.sealed, binding)
            self.binding = binding
            self.opened = True
        return self.words

    def seal(self, binding: Binding) -> bytes | None:
        """The bytes to store, sealed anew only if words or binding changed."""
        if self.words is not None and self.binding != binding:
            self.sealed = _seal(self.words, binding)
            self.binding = binding
        return self.sealed


class SealedAttribute(DeferredAttribute):
    """Reads and writes plain text on a row; opens it only when it is read."""

    field: "SealedTextField"

    def __get__(self, row: models.Model | None, owner: Any = None) -> Any:
        if row is None:
            return self
        if self.field.attname not in row.__dict__:
            self._fetch(row)
        kept = row.__dict__[self.field.attname]
        return None if kept is None else self.field.opened(row, kept)

    def __set__(self, row: models.Model, value: Any) -> None:
        row.__dict__[self.field.attname] = self._kept(row, value)

    def _fetch(self, row: models.Model) -> None:
        """Read deferred words as they are stored: no need to open them to do so."""
        name = self.field.attname
        rows = type(row)._base_manager.db_manager(row._state.db)
        row.__dict__[name] = rows.only(name).get(pk=row.pk).__dict__[name]

    def _kept(self, row: models.Model, value: Any) -> Any:
        match value:
            case None | SealedWords():
                return value
            case bytes() | bytearray() | memoryview():
                return SealedWords(bytes(value))
            case str():
                return self._changed(row, value)
        if hasattr(value, "resolve_expression"):
            raise FieldError(f"{self.field} takes words, not an expression.")
        raise TypeError(f"{self.field} takes words or None, not {type(value)}.")

    def _changed(self, row: models.Model, words: str) -> SealedWords:
        kept = row.__dict__.get(self.field.attname)
        if isinstance(kept, SealedWords) and kept.opened and kept.words == words:
            return kept
        return SealedWords(None, words)


class SealedTextField(_Binary):
    """Text of a set, encrypted with its author's key before it is stored.

    `set_from` and `author_from` are dotted paths from the row to the ids of its set
    and author; select the related rows together when a path crosses a foreign key.
    `place_from` names what makes the row unmistakable: by default its UUID key.
    `known_as` keeps the old "<table>.<field>" after either has been renamed.

    Reads as None once the words have been shredded. Words are saved by `save()` and
    `bulk_create()`; they cannot be searched, sorted or read with `values()`.
    """

    description = "Sealed text"
    descriptor_class = SealedAttribute
    empty_strings_allowed = False

    def __init__(
        self,
        *args: Any,
        set_from: str,
        author_from: str,
        place_from: tuple[str, ...] = ("pk",),
        known_as: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.set_from = set_from
        self.author_from = author_from
        self.place_from = tuple(place_from)
        self.known_as = known_as

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs |= {"set_from": self.set_from, "author_from": self.author_from}
        if self.place_from != ("pk",):
            kwargs["place_from"] = self.place_from
        if self.known_as:
            kwargs["known_as"] = self.known_as
        return name, path, args, kwargs

    def contribute_to_class(
        self, cls: Any, name: str, *args: Any, **kwargs: Any
    ) -> None:
        super().contribute_to_class(cls, name, *args, **kwargs)
        # Over an inherited attribute as well, which Django would leave in place.
        setattr(cls, self.attname, self.descriptor_class(self))

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *self._own_faults()]

    def binding(self, row: models.Model) -> Binding:
        set_id = attrgetter(self.set_from)(row)
        author_id = attrgetter(self.author_from)(row)
        if set_id is None or author_id is None:
            raise ValueError(f"{self} needs a set and an author to be sealed for.")
        return set_id, author_id, self.place(row)

    def place(self, row: models.Model) -> str:
        known_as = self.known_as or f"{self.model._meta.db_table}.{self.column}"
        lies_at = "/".join(str(attrgetter(path)(row)) for path in self.place_from)
        return f"{known_as}:{lies_at}"

    def opened(self, row: models.Model, kept: SealedWords) -> str | None:
        if kept.opened:
            return kept.words
        try:
            return kept.open(self.binding(row))
        except Tampered:
            if (stored := self._stored_binding(row)) is None:
                raise
            return kept.open(stored)

    def pre_save(self, row: models.Model, add: bool) -> bytes | None:
        kept = row.__dict__.get(self.attname)
        if kept is None:
            return None
        binding = self.binding(row)
        if not kept.opened and not cipher.belongs(
            kept.sealed, set_id=binding[0], author_id=binding[1]
        ):
            self.opened(row, kept)
        sealed: bytes | None = kept.seal(binding)
        return sealed

    def from_db_value(self, value: Any, *_: Any) -> SealedWords | None:
        return None if value is None else SealedWords(bytes(value))

    def to_python(self, value: Any) -> Any:
        return value

    def get_db_prep_value(
        self, value: Any, connection: Any, prepared: bool = False
    ) -> Any:
        if isinstance(value, str):
            raise FieldError(
                f"{self}: words are sealed when their row is saved. Use save() or "
                "bulk_create(), not update(), bulk_update() or a filter."
            )
        return super().get_db_prep_value(value, connection, prepared)

    def select_format(self, compiler: Any, sql: str, params: Any) -> tuple[str, Any]:
        if not compiler.query.default_cols:
            raise FieldError(
                f"{self}: sealed words cannot be read with values() or "
                "values_list(). Read the rows and their attribute."
            )
        return sql, params

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(f"{self}: sealed words cannot be searched ({lookup_name}).")

    def value_to_string(self, obj: models.Model) -> NoReturn:
        raise FieldError(f"{self}: sealed words do not leave in a fixture.")

    def _stored_binding(self, row: models.Model) -> Binding | None:
        """What the words are bound to in the database, if that is not this row.

        Only a change made in memory and not yet saved may explain words that do not
        fit; a change made behind Askwell's back in the database may not.
        """
        stored = type(row)._base_manager.filter(pk=row.pk).first()
        if stored is None or (binding := self.binding(stored)) == self.binding(row):
            return None
        return binding

    def _own_faults(self) -> Iterator[checks.CheckMessage]:
        if self.place_from == ("pk",) and not _is_uuid(self.model._meta.pk):
            yield checks.Error(
                "A model with sealed words needs a UUID primary key.",
                hint="The row's id is sealed in before the row is saved. Use "
                "UUIDField(primary_key=True, default=uuid4) or declare place_from.",
                obj=self,
                id="vault.E001",
            )
        if self.unique or "db_index" in super().deconstruct()[3]:
            yield checks.Error(
                "Sealed words can be neither indexed nor unique.",
                hint="The same words are sealed differently each time.",
                obj=self,
                id="vault.E002",
            )


def _is_uuid(key: Any) -> bool:
    while key.is_relation:
        key = key.target_field
    return isinstance(key, models.UUIDField)


def _seal(words: str, binding: Binding) -> bytes:
    set_id, author_id, place = binding
    return cipher.seal(words, set_id=set_id, author_id=author_id, place=place)


def _open(sealed: bytes | None, binding: Binding) -> str | None:
    set_id, author_id, place = binding
    if sealed is None:
        return None
    return cipher.open(sealed, set_id=set_id, author_id=author_id, place=place)
