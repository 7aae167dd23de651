"""A sealed field reads as plain text on its row and is unreadable everywhere else."""

import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core import checks, serializers
from django.core.exceptions import FieldError
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.writer import MigrationWriter
from django.forms import modelform_factory
from django.test.utils import CaptureQueriesContext, isolate_apps

from askwell.web.vault import cipher
from askwell.web.vault.errors import Tampered
from askwell.web.vault.fields import SealedTextField
from askwell.web.vault.keystore import Keystore
from web.vault.pages import Notebook, Page

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ANA, BEN = uuid.UUID(int=10), uuid.UUID(int=11)
WORDS = "What are you hoping nobody asks?"


def page(notebook: Notebook, words: str | None = WORDS, **given: Any) -> Page:
    given = {"author_id": ANA, **given}
    return Page.objects.create(notebook=notebook, words=words, **given)


def again(row: Page) -> Page:
    return Page.objects.select_related("notebook").get(pk=row.pk)


def stored(row: Page, column: str = "words") -> bytes:
    """The bytes as the database holds them."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, {column} FROM vault_page")
        rows = {uuid.UUID(str(key)): value for key, value in cursor.fetchall()}
    return bytes(rows[row.pk])


def put(row: Page, sealed: bytes) -> None:
    """Write bytes behind Askwell's back."""
    with connection.cursor() as cursor:
        value = row.pk if connection.vendor == "postgresql" else row.pk.hex
        cursor.execute(
            "UPDATE vault_page SET words = %s WHERE id = %s", [sealed, value]
        )


def test_words_come_back_as_they_were_written(notebook: Notebook) -> None:
    row = page(notebook)

    assert row.words == WORDS
    assert again(row).words == WORDS


def test_no_words_are_none(notebook: Notebook) -> None:
    row = page(notebook)

    assert row.aside is None
    assert again(row).aside is None


def test_empty_words_are_not_none(notebook: Notebook) -> None:
    assert again(page(notebook, "")).words == ""


def test_the_database_never_holds_the_words(notebook: Notebook) -> None:
    assert WORDS.encode() not in stored(page(notebook))


@pytest.mark.django_db(transaction=True)
def test_the_words_are_nowhere_in_the_database_file(
    notebook: Notebook, tmp_path: Path
) -> None:
    Page.objects.bulk_create(
        Page(notebook=notebook, author_id=ANA, words=f"{WORDS} {number}", aside=WORDS)
        for number in range(50)
    )

    everything = dump(tmp_path)

    assert str(notebook.pk).replace("-", "") in everything.decode("latin-1")
    assert WORDS.encode() not in everything
    assert WORDS.encode().hex().encode() not in everything


def dump(folder: Path) -> bytes:
    """All that is stored, as a SQLite file or as PostgreSQL's own copy."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM INTO %s", [str(folder / "all")])
            return (folder / "all").read_bytes()
        with cursor.copy("COPY vault_page TO STDOUT") as copy:
            return b"".join(bytes(row) for row in copy).replace(b"-", b"")


def test_words_are_opened_only_when_they_are_read(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = page(notebook)
    opened: list[str] = []
    real = cipher.open
    monkeypatch.setattr(
        cipher, "open", lambda *a, **k: opened.append(k["place"]) or real(*a, **k)
    )

    row = again(row)
    assert opened == []

    assert (row.words, row.words) == (WORDS, WORDS)
    assert opened == [f"vault_page.words:{row.pk}"]


def test_words_changed_on_the_row_are_saved(notebook: Notebook) -> None:
    row = again(page(notebook))

    row.words = "Who else is affected?"
    row.save(update_fields=["words"])

    assert again(row).words == "Who else is affected?"


def test_saving_unchanged_words_leaves_the_bytes_alone(notebook: Notebook) -> None:
    row = page(notebook)
    before = stored(row)

    unread = again(row)
    unread.save()
    read = again(row)
    read.words = read.words
    read.save()

    assert stored(row) == before


def test_words_can_be_taken_away(notebook: Notebook) -> None:
    row = page(notebook, aside="Not for now.")

    row.aside = None
    row.save()

    assert again(row).aside is None
    assert Page.objects.filter(aside__isnull=True).exists()


def test_words_left_out_of_the_query_are_fetched_when_read(notebook: Notebook) -> None:
    row = Page.objects.defer("words").get(pk=page(notebook).pk)

    with CaptureQueriesContext(connection) as queries:
        assert row.words == WORDS

    assert len(queries) == 2  # the words, then the notebook that knows the set


def test_rows_written_in_bulk_are_sealed(notebook: Notebook) -> None:
    rows = Page.objects.bulk_create(
        Page(notebook=notebook, author_id=ANA, words=f"Page {number}")
        for number in range(3)
    )

    assert [again(row).words for row in rows] == ["Page 0", "Page 1", "Page 2"]


def test_refreshing_reads_what_is_stored(notebook: Notebook) -> None:
    row = page(notebook)
    other = again(row)
    other.words = "Who gains if it stays as it is?"
    other.save()

    row.refresh_from_db()

    assert row.words == "Who gains if it stays as it is?"


def test_words_given_to_another_author_are_sealed_for_them(
    notebook: Notebook, vault: Keystore
) -> None:
    row = again(page(notebook))

    row.author_id = BEN
    row.save()

    vault.shred_author(str(notebook.learning_set_id), str(ANA), at=NOW)
    assert again(row).words == WORDS


def test_a_page_moved_to_another_set_is_sealed_for_it(
    notebook: Notebook, vault: Keystore
) -> None:
    row = again(page(notebook))

    row.notebook = Notebook.objects.create()
    assert row.words == WORDS
    row.save()

    vault.shred(str(notebook.learning_set_id), at=NOW)
    assert again(row).words == WORDS


def test_a_copied_row_is_sealed_for_its_own_place(notebook: Notebook) -> None:
    row = page(notebook)
    original = again(row)

    row.pk = uuid.uuid4()
    row._state.adding = True
    row.save()

    assert (again(row).words, again(original).words) == (WORDS, WORDS)
    assert stored(row) != stored(original)


def test_shredded_words_read_as_none(notebook: Notebook, vault: Keystore) -> None:
    row = page(notebook)

    vault.shred(str(notebook.learning_set_id), at=NOW)

    assert again(row).words is None


def test_a_row_with_shredded_words_can_still_be_saved(
    notebook: Notebook, vault: Keystore
) -> None:
    row = page(notebook)
    vault.shred(str(notebook.learning_set_id), at=NOW)

    row = again(row)
    row.number = 7
    row.save()

    assert (again(row).number, again(row).words) == (7, None)


def test_words_swapped_between_rows_are_noticed(notebook: Notebook) -> None:
    one, two = page(notebook, "one"), page(notebook, "two")

    put(one, stored(two))

    with pytest.raises(Tampered):
        _ = again(one).words


def test_words_swapped_between_fields_are_noticed(notebook: Notebook) -> None:
    row = page(notebook, aside="An aside.")

    put(row, stored(row, "aside"))

    with pytest.raises(Tampered):
        _ = again(row).words


def test_words_swapped_between_sets_are_noticed(notebook: Notebook) -> None:
    mine, theirs = page(notebook), page(Notebook.objects.create())

    put(mine, stored(theirs))

    with pytest.raises(Tampered):
        _ = again(mine).words


@pytest.mark.parametrize("read_first", [True, False])
def test_an_author_changed_behind_askwells_back_is_noticed(
    notebook: Notebook, read_first: bool
) -> None:
    row = page(notebook)
    page(notebook, author_id=BEN)
    Page.objects.filter(pk=row.pk).update(author_id=BEN)
    row = again(row)

    with pytest.raises(Tampered):
        _ = row.words if read_first else row.save()


def test_a_row_without_author_cannot_be_sealed(notebook: Notebook) -> None:
    with pytest.raises(ValueError, match="needs a set and an author"):
        page(notebook, author_id=None)


@pytest.mark.parametrize(
    "question",
    [
        lambda: Page.objects.filter(words=WORDS).first(),
        lambda: Page.objects.filter(words__contains="hoping").first(),
        lambda: Page.objects.exclude(words__startswith="What").first(),
        lambda: list(Page.objects.values("words")),
        lambda: list(Page.objects.values_list("words", flat=True)),
        lambda: list(Page.objects.values()),
        lambda: Notebook.objects.filter(page__words="x").first(),
        lambda: Page.objects.update(words="in the clear"),
    ],
)
def test_the_database_cannot_be_asked_about_words(
    notebook: Notebook, question: Any
) -> None:
    page(notebook)

    with pytest.raises(FieldError, match=r"vault\.Page\.words"):
        question()


def test_words_cannot_be_written_by_bulk_update(notebook: Notebook) -> None:
    row = page(notebook)
    row.words = "in the clear"

    with pytest.raises(FieldError, match="Use save"):
        Page.objects.bulk_update([row], ["words"])


def test_words_that_slip_out_of_a_query_show_nothing(notebook: Notebook) -> None:
    page(notebook)

    slipped = Page.objects.annotate(copy=models.F("words")).get().copy

    assert repr(slipped) == "<sealed words>"
    with pytest.raises(FieldError, match="from their row"):
        str(slipped)


def test_a_row_never_shows_its_words(notebook: Notebook) -> None:
    row = page(notebook)

    assert WORDS not in f"{row!r} {row} {vars(row)}"


def test_words_do_not_leave_in_a_fixture(notebook: Notebook) -> None:
    row = page(notebook)

    with pytest.raises(FieldError, match="fixture"):
        serializers.serialize("json", [row])


def test_no_form_or_admin_page_is_made_for_words() -> None:
    form = modelform_factory(Page, fields="__all__")

    assert "words" not in form.base_fields


def test_validating_a_row_leaves_its_words_alone(notebook: Notebook) -> None:
    row = again(page(notebook))

    row.full_clean()

    assert row.words == WORDS


def test_words_that_must_be_there_are_demanded_by_the_database(
    notebook: Notebook,
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        page(notebook, None)


@pytest.mark.parametrize("value", [7, ["a", "list"], models.F("aside")])
def test_only_words_can_be_put_in(notebook: Notebook, value: Any) -> None:
    with pytest.raises((TypeError, FieldError), match="takes words"):
        page(notebook, value)


def test_a_migration_repeats_the_declaration() -> None:
    field = SealedTextField(
        set_from="meeting.learning_set_id",
        author_from="author_id",
        place_from=("meeting_id", "number"),
        known_as="meetings_entry.text",
        null=True,
    )

    _, path, args, kwargs = field.deconstruct()

    assert path == "askwell.web.vault.fields.SealedTextField"
    assert args == []
    assert kwargs == {
        "set_from": "meeting.learning_set_id",
        "author_from": "author_id",
        "place_from": ("meeting_id", "number"),
        "known_as": "meetings_entry.text",
        "null": True,
    }
    assert "SealedTextField(" in MigrationWriter.serialize(field)[0]


def test_a_renamed_column_keeps_its_words_under_the_old_name() -> None:
    row = Page(notebook=Notebook(), author_id=ANA)
    field = SealedTextField(
        set_from="a", author_from="b", known_as="old_page.text", place_from=("number",)
    )

    assert field.place(row) == "old_page.text:1"


@isolate_apps("askwell.web.vault")
def test_a_model_with_sealed_words_needs_a_uuid_key() -> None:
    class Counted(models.Model):
        words = SealedTextField(set_from="pk", author_from="pk", unique=True)
        placed = SealedTextField(set_from="pk", author_from="pk", place_from=("x",))

        class Meta:
            app_label = "vault"

        def __str__(self) -> str:
            return ""

    assert [
        (fault.id, fault.obj.name)
        for fault in Counted.check()
        if isinstance(fault, checks.Error)
    ] == [("vault.E001", "words"), ("vault.E002", "words")]


@isolate_apps("askwell.web.vault")
def test_a_key_borrowed_from_a_uuid_is_a_uuid() -> None:
    class Cover(models.Model):
        page = models.OneToOneField(Page, models.CASCADE, primary_key=True)
        words = SealedTextField(set_from="pk", author_from="pk")

        class Meta:
            app_label = "vault"

        def __str__(self) -> str:
            return ""

    assert SealedTextField.check(Cover._meta.get_field("words")) == []
