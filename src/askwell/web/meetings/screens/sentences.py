"""Sentences with a number, which the process writes in singular and plural."""

from django.utils.translation import ngettext

from askwell.process.plan import Sentence


def in_words(sentence: Sentence) -> str:
    words = ngettext(sentence.one, sentence.many, sentence.number)
    return words.format(number=sentence.number)
