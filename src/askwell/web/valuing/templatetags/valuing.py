"""How amounts are written."""

from django import template

from askwell.web.valuing import screens

register = template.Library()
register.filter("money", screens.money)
register.filter("number", screens.number)
