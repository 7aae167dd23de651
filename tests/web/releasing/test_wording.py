"""How figures are said, and why one is not shown."""

import pytest

from askwell.web.releasing.models import Figure
from askwell.web.releasing.wording import presented, presented_band, withheld


@pytest.mark.parametrize(
    ("metric", "value", "words"),
    [
        ("lapsed", 0.62, "62 %"),
        ("psychological_safety", 4.1, "4.1 of 7"),
        ("days_to_loop", 38, "38 days"),
        ("days_to_loop", 1, "1 day"),
        ("cost", 123_000, "123,000"),
        ("changes_noticed", 12, "12"),
        ("new_ties", 1.3, "1.3"),
        ("ei_index", -0.31, "−0.31"),
        ("learning_over_change", 0.75, "0.75"),
    ],
)
def test_a_value_is_said_with_its_unit(metric, value, words):
    assert presented(Figure(metric=metric, value=value)) == words


def test_a_band_is_said_by_both_its_ends():
    figure = Figure(metric="lapsed", value=0.1, low=0.04, high=0.2)

    assert presented_band(figure) == "4 % to 20 %"


def test_what_is_withheld_has_no_words_for_its_value():
    figure = Figure(metric="lapsed", withheld=Figure.Withheld.FEW)

    assert (presented(figure), presented_band(figure)) == ("", "")


def test_every_reason_is_said_in_a_sentence_of_its_own():
    reasons = [Figure(withheld=each) for each in Figure.Withheld]

    said = {withheld(each) for each in (*reasons, Figure())}

    assert len(said) == len(reasons) + 1
