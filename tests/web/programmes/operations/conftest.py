"""The people these tests tell of."""

import pytest

from factories import a_person


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


@pytest.fixture
def mei():
    return a_person("Mei-Ling Tan")
