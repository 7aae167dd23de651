"""Every row's fault is found, with what may have been meant."""

from askwell.web.enrolments.checking import Ground, Verdict
from askwell.web.enrolments.checking.managers import circles
from askwell.web.enrolments.screens import words_to_settle
from web.enrolments.files import ACME, checked, faults

HEAD = "Name\tE-mail\tLevel\tTime zone\tManager\tCapacity\n"


def test_a_sound_row_says_what_it_says():
    [row] = checked(
        "Name\tE-mail\tArea\tTime zone\tManager\tFacilitates\tCohort\n"
        "Ruiz, Ana\tANA@X.example\tOps\tLondon\tbo@x.example\tx\tspring"
    ).rows

    assert row.verdict is Verdict.NEW
    assert row.entry.name == "Ana Ruiz"
    assert row.entry.email == "ana@x.example"
    assert row.entry.time_zone == "Europe/London"
    assert row.entry.manager == "bo@x.example"
    assert (row.entry.facilitates, row.entry.takes_part) == (True, None)
    assert row.entry.cohort.name == "Spring"


def test_addresses_are_mended_where_it_is_plain_what_was_meant():
    found = checked(
        HEAD + "Ana\tana@x.con\t\t\t\t\n"
        "Bo\tbo at x.example\t\t\t\t\n"
        "Cy\tcy@x\t\t\t\t\n"
        "Di\t\t\t\t\t\n"
        "Ed\ted@x.example, e2@x.example\t\t\t\t\n"
    )

    assert faults(found) == [
        (2, "email", "MISTYPED", "ana@x.com"),
        (3, "email", "MISTYPED", "bo@x.example"),
        (4, "email", "NO_ADDRESS", "cy@x"),
        (5, "email", "NO_EMAIL", ""),
        (6, "email", "SEVERAL_ADDRESSES", "ed@x.example"),
    ]


def test_an_address_too_long_to_be_kept_is_none():
    label = "a" * 60
    email = f"ana@{label}.{label}.{label}.{label}.{label}.example"
    found = checked(HEAD + f"Ana\t{email}\t\t\t\t\nBo\tb@x.example\t\t\t{email}\t")

    kinds = [(number, kind) for number, _field, kind, _again in faults(found)]
    assert kinds == [(2, "NO_ADDRESS"), (3, "MANAGER_MISTYPED")]


def test_a_missing_name_is_read_from_the_address():
    found = checked(HEAD + "\tana.ruiz@x.example\t\t\t\t\n\taruiz@x.example\t\t\t\t")

    assert faults(found) == [
        (2, "name", "NO_NAME", "Ana Ruiz"),
        (3, "name", "NO_NAME", ""),
    ]


def test_a_name_is_a_name_and_a_formula_is_none():
    found = checked(
        HEAD + "Ana <boss>\ta@x.example\t\t\t\t\n=A1&B1\tb@x.example\t\t\t\t\n"
        f"{'n' * 121}\tc@x.example\t\t\t\t\n"
    )

    assert faults(found) == [
        (2, "name", "NOT_A_NAME", "Ana boss"),
        (3, "name", "A_FORMULA", ""),
        (4, "name", "TOO_LONG", "n" * 120),
    ]


def test_the_second_row_of_a_person_is_a_fault_of_its_own():
    found = checked(HEAD + "Ana\ta@x.example\t\t\t\t\nAna R\tA@x.example\t\t\t\t")

    assert faults(found) == [(3, "email", "TWICE", "A@x.example")]
    assert found.rows[1].faults[0].in_words() == "This person stands in row 2 already."


def test_words_nobody_knows_are_asked_about_once():
    found = checked(
        HEAD + "Ana\ta@x.example\tBand 10\tLondno\t\t\n"
        "Bo\tb@x.example\tBand 9\tLondno\t\t\n"
        "Cy\tc@x.example\tband 9\tLondon\t\t\n"
    )

    words = [(word.field.value, word.typed, word.rows) for word in found.words]
    assert words == [
        ("level", "Band 9", 2),
        ("level", "Band 10", 1),
        ("zone", "Londno", 2),
    ]
    assert found.to_mend == []


def test_what_was_said_of_a_word_holds_wherever_it_stands():
    words = {"level": {"band 9": "4"}, "zone": {"londno": ""}}
    found = checked(
        HEAD + "Ana\ta@x.example\tBand 9\tLondno\t\t\nBo\tb@x.example\tBAND 9\t\t\t",
        words=words,
    )

    assert [(row.entry.level, row.entry.time_zone) for row in found.rows] == [
        (4, ""),
        (4, ""),
    ]
    assert found.is_sound


def test_managers_are_found_by_their_names_in_any_order():
    found = checked(
        HEAD + "Ana Ruiz\ta@x.example\t\t\tLee, Bo\t\nBo Lee\tb@x.example\t\t\t\t"
    )

    assert found.rows[0].entry.manager == "b@x.example"


def test_managers_who_cannot_be_are_faults():
    found = checked(
        HEAD + "Ana\ta@x.example\t\t\tSomebody\t\n"
        "Bo\tb@x.example\t\t\tBo\t\n"
        "Cy\tc@x.example\t\t\td@x.con\t\n"
        "Twin\te@x.example\t\t\t\t\n"
        "Twin\tf@x.example\t\t\t\t\n"
        "Ed\tg@x.example\t\t\tTwin\t\n"
    )

    assert faults(found) == [
        (2, "manager", "MANAGER_UNKNOWN", "Somebody"),
        (3, "manager", "OWN_MANAGER", ""),
        (4, "manager", "MANAGER_MISTYPED", "d@x.com"),
        (7, "manager", "MANAGER_UNCLEAR", "Twin"),
    ]


def test_managers_in_a_circle_are_all_told_of_it():
    found = checked(
        HEAD + "Ana\ta@x.example\t\t\tBo\t\nBo\tb@x.example\t\t\tCy\t\n"
        "Cy\tc@x.example\t\t\tAna\t\nDi\td@x.example\t\t\tAna\t\n"
    )

    assert [row.number for row in found.to_mend] == [2, 3, 4]
    assert "Ana → Bo → Cy → Ana" in found.rows[0].faults[0].in_words()


def test_each_circle_is_found_once():
    above = {"a": "b", "b": "a", "c": "a", "d": "d2", "e": "f", "f": "g", "g": "e"}

    assert list(circles(above)) == [["a", "b"], ["e", "f", "g"]]


def test_capacity_is_a_whole_number():
    found = checked(
        HEAD + "Ana\ta@x.example\t\t\t\t3 sets\nBo\tb@x.example\t\t\t\tmany"
    )

    assert faults(found) == [
        (2, "capacity", "CAPACITY", "3"),
        (3, "capacity", "CAPACITY", ""),
    ]


def test_somebody_without_any_part_is_a_fault():
    found = checked(
        "Name\tE-mail\tTakes part\tFacilitates\n"
        "Ana\ta@x.example\tno\t\nBo\tb@x.example\tno\tyes"
    )

    assert faults(found) == [(2, "takes_part", "NO_PART", "no")]


def test_whose_role_is_to_facilitate_is_no_member_unless_the_row_says_so():
    found = checked(
        "Name\tE-mail\tRole\tTakes part\n"
        "Ana\ta@x.example\tFacilitator\t\n"
        "Bo\tb@x.example\tfacilitator\tyes\n"
        "Cy\tc@x.example\tmember\t\n"
        "Di\td@x.example\tyes\t\n"
    )

    parts = [(row.entry.facilitates, row.entry.takes_part) for row in found.rows]
    assert parts == [(True, False), (True, True), (False, None), (True, None)]


def test_mended_cells_and_rows_left_out_are_taken_as_they_are_now():
    found = checked(
        HEAD + "Ana\ta@x.con\t\t\t\t\nBo\tb@x\t\t\t\t",
        fixes={"2": {"email": "ana@x.example"}},
        out=[3],
    )

    assert found.is_sound
    assert [row.verdict for row in found.rows] == [Verdict.NEW, Verdict.OUT]


def test_an_unknown_organisation_can_be_added_only_by_who_looks_after_all():
    text = "E-mail\tName\tOrganisation\na@x.example\tAna\tZenith"

    def offered(may_add: bool) -> list[str]:
        ground = Ground({"acme": ACME}, {}, may_add=may_add, enrolled={})
        [box] = words_to_settle(checked(text, may_add=may_add), ground)
        return [value for value, _label in box.options]

    assert offered(may_add=True) == ["Acme", "+", "-"]
    assert offered(may_add=False) == ["Acme", "-"]


def test_people_of_a_foreign_organisation_can_be_left_out_at_once():
    found = checked(
        "E-mail\tName\tOrganisation\na@x.example\tAna\tZenith\nb@x.example\tBo\tAcme",
        words={"organisation": {"zenith": "-"}},
    )

    assert [row.verdict for row in found.rows] == [Verdict.OUT, Verdict.NEW]
