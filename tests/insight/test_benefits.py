"""Every benefit has a metric, or says why nothing is measured of it."""

import pytest

from askwell.insight.benefits import BENEFITS, About, about_benefit
from askwell.insight.metric import Benefit
from askwell.insight.metrics import METRICS


def test_every_benefit_has_its_row_in_order():
    assert [each.benefit for each in BENEFITS] == list(Benefit)


@pytest.mark.parametrize("about", BENEFITS, ids=lambda about: about.benefit)
def test_a_benefit_is_measured_or_says_why_not(about: About):
    assert about.metrics or about.not_measured
    assert about.title
    assert about.said.endswith(".")
    assert all(each.what and each.why.endswith(".") for each in about.not_measured)


def test_every_metric_speaks_of_a_benefit():
    assert all(metric.benefits for metric in METRICS)
    assert about_benefit(Benefit.MIXED_LEVELS).metrics == tuple(
        each for each in METRICS if each.name in ("level_mix", "level_equality")
    )
