"""What is taken out of a turn before it is given away."""

import pytest

from askwell.web.coaching.masking import masked

NAMES = ("Ana Sousa", "José Álvarez", "Will Smith", "Xu")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("What does Ana want?", "What does [name] want?"),
        ("what does ana's team want?", "what does [name] team want?"),
        ("Have you asked jose?", "Have you asked [name]?"),
        ("Where will you begin?", "Where [name] you begin?"),
        ("Who at Harbour Lane knows?", "Who at [name] [name] knows?"),
        ("Priya left. What now?", "[name] left. What now?"),
        ("I think I'd wait. Would you?", "I think I'd wait. Would you?"),
        ("Is it the NHS or HR?", "Is it the [name] or [name]?"),
        ("Ring +44 20 7946 0958 by 5:30.", "Ring [number] by [number]."),
        ("Lost 3,000 in March 2024?", "Lost [number] in [name] [number]?"),
        ("Write to jo.b@x.example!", "Write to [address]"),
        ("See https://x.example/a?b=1 first", "See [address] first"),
        ("Tell @priya_k so", "Tell [address] so"),
        ("What is it like to be new?", "What is it like to be new?"),
        ("", ""),
    ],
)
def test_what_tells_somebody_is_taken_out(said, told):
    assert masked(said, names=NAMES) == told


def test_a_name_inside_a_longer_word_is_left():
    assert masked("an analogy", names=NAMES) == "an analogy"


def test_a_single_letter_names_nobody():
    assert masked("a plan", names=["A Sousa"]) == "a plan"


def test_its_author_takes_out_more_in_any_writing():
    told = masked("the night rota, Night Rota", names=(), more=["night rota"])

    assert told == "the [words], [words]"
