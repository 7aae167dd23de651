"""Addresses as people have them: typed, pasted, in a table, on visiting cards."""

import pytest

from askwell.web.programmes.addresses import Addressee, decoded, read, together

ANA, BEN = Addressee("ana@x.org", "Ana Ruiz"), Addressee("ben@y.org", "Ben Yates")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz <ana@x.org>; Ben Yates <ben@y.org>",
        "Ana Ruiz <ana@x.org>, Ben Yates <ben@y.org>",
        '"Ruiz, Ana" <ana@x.org>, "Yates, Ben" <ben@y.org>',
        "Ruiz, Ana <ANA@x.org>; Yates, Ben <ben@y.org>.",
        "Ana Ruiz ana@x.org\nBen Yates ben@y.org",
        "1. Ana Ruiz <ana@x.org>\n2. Ben Yates <ben@y.org>",
        "Ana Ruiz,ana@x.org\r\nBen Yates,ben@y.org\r\n",
        "ana@x.org,Ana Ruiz\nben@y.org,Ben Yates",
        "Name;E-mail;Place\nAna Ruiz;ana@x.org;Leeds\nBen Yates;ben@y.org;Ulm",
        "First name,Last name,Email\nAna,Ruiz,ana@x.org\nBen,Yates,ben@y.org",
        "Place\tFull name\tMail\nLeeds\tAna Ruiz\tana@x.org\nUlm\tBen Yates\tben@y.org",
        "BEGIN:VCARD\nFN:Ana Ruiz\nEMAIL;TYPE=work:ana@x.org\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:Ben Yates\nitem1.EMAIL:ben@\n y.org\nEND:VCARD",
    ],
)
def test_names_and_addresses_are_found_in_whatever_form(text):
    reading = read(text)

    assert reading.found == (ANA, BEN)
    assert reading.faults == ()


@pytest.mark.parametrize(
    "text",
    [
        "a@x.org b@x.org",
        "a@x.org,b@x.org",
        "mailto:a@x.org\n- b@x.org",
        "a@x.org\tb@x.org",
    ],
)
def test_bare_addresses_need_no_names(text):
    assert read(text).found == (Addressee("a@x.org"), Addressee("b@x.org"))


def test_who_is_there_twice_is_found_once_with_the_name_that_is_known():
    reading = read("ana@x.org\nAna Ruiz <Ana@X.org>")

    assert reading.found == (ANA,)
    assert reading.repeated == ("ana@x.org",)


def test_what_is_no_address_comes_back_with_what_is_wrong():
    reading = read("Mary\nBen Yates <ben@y>\nana@x.org")

    assert [each.typed for each in reading.faults] == ["Mary", "Ben Yates <ben@y>"]
    assert "no @" in str(reading.faults[0].why)
    assert "missing after the @" in str(reading.faults[1].why)
    assert reading.left_over == "Mary\nBen Yates <ben@y>"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ana@x.con", "ana@x.com"),
        ("ana@@x.org", "ana@x.org"),
        ("Ana Ruiz <ana@x..org>", "Ana Ruiz <ana@x.org>"),
    ],
)
def test_what_is_plainly_mistyped_goes_back_as_it_was_meant(typed, meant):
    [fault] = read(typed).faults

    assert fault.again == meant


def test_spaces_about_the_at_sign_do_no_harm():
    assert read("ben @ y.org").found == (Addressee("ben@y.org"),)


def test_lines_may_end_as_on_any_machine():
    text = "name,mail\rAna Ruiz,ana@x.org\r\rBen Yates,ben@y.org"

    assert read(text).found == (ANA, BEN)


def test_nothing_is_nobody():
    assert read(" \n;, ").found == ()
    assert read(" \n;, ").faults == ()


def test_two_readings_are_one():
    both = together(read("ana@x.org\nMary"), read("Ana Ruiz <ana@x.org>, ben@y.org"))

    assert both.found == (ANA, Addressee("ben@y.org"))
    assert both.repeated == ("ana@x.org",)
    assert both.left_over == "Mary"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_are_read_in_any_common_encoding(encoding):
    assert decoded("José".encode(encoding)) == "José"
