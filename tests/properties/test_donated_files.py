"""Whatever was said: the file that a set gives away names none of its people."""

import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from askwell.web.coaching.masking import masked

LEFT_IN = re.compile(r"\[(?:name|number|address|words)\]")

# Cased letters of several alphabets, with and without accents.
LETTERS = st.sampled_from("abcdefghijklmnoprstuvwyzäéøñčłşабвгдежαβγδεζ")
WORD = st.text(LETTERS, min_size=3, max_size=9)
NAME = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
WRITTEN = st.sampled_from((str, str.upper, str.title, str.capitalize))
MAIL = st.builds("{}@{}.example".format, WORD, WORD)
SIGNS = st.text(st.sampled_from(" ,.!?;:'’\"()-–\n/@#0123456789"), max_size=4)


@st.composite
def told(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    """What somebody said, with names and addresses strewn in; and which."""
    names = draw(st.lists(NAME, min_size=1, max_size=4))
    mails = draw(st.lists(MAIL, max_size=3))
    pieces = draw(
        st.lists(st.sampled_from([*names, *mails]) | WORD, min_size=1, max_size=12)
    )
    said = ""
    for piece in pieces:
        as_written = piece if piece in mails else draw(WRITTEN)(piece)
        said += f" {as_written}{draw(SIGNS)}"
    return said, names, mails


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", plain(text)))


def plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))


@given(told())
@example(("Ask JOSÉ's team, or josé.", ["José Álvarez"], []))
@example(("İrem said so.", ["İrem Kaya"], []))
def test_no_part_of_a_name_is_left(all_of_it):
    said, names, _mails = all_of_it

    left = words_of(LEFT_IN.sub(" ", masked(said, names=names)))

    for name in names:
        assert left.isdisjoint(words_of(name))


@given(told())
def test_no_address_is_left(all_of_it):
    said, names, mails = all_of_it

    left = masked(said, names=names)

    assert not any(mail in left for mail in mails)


@given(st.text())
def test_no_digit_is_left_and_no_text_is_too_odd(said):
    left = masked(said, names=["Ana Sousa"], more=[said[:3]])

    assert not any(each.isdecimal() for each in left)


@given(told(), st.integers(min_value=0))
def test_what_its_author_takes_out_is_out(all_of_it, at):
    said, names, _mails = all_of_it
    words = [each for each in said.split() if len(plain(each)) > 2]
    chosen = words[at % len(words)] if words else "nothing"

    left = LEFT_IN.sub(" ", masked(said, names=names, more=[chosen]))

    assert plain(chosen) not in plain(left)


@given(st.text(st.characters(categories=("Ll", "Zs")), max_size=60))
def test_a_set_that_is_written_without_spaces_loses_its_names_too(said):
    left = masked(f"{said}李雷说", names=["李雷"])

    assert "李雷" not in left
