"""Small choices of the meeting, in the reader's words."""

from django import template

from askwell.web.learning.screens.words import about_of, outcome_of

register = template.Library()
register.filter("slot_outcome", outcome_of)
register.filter("learned_about", about_of)
