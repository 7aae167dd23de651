"""How django-allauth makes our persons and where it sends them."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from askwell.web.people.models import Person


class AccountAdapter(DefaultAccountAdapter):
    """Keeps the name given at sign-up and every address in lower case."""

    def save_user(
        self, request: HttpRequest, user: Person, form: Any, commit: bool = True
    ) -> Person:
        """Called for a new account only; the form is our own `SignupForm`."""
        user = super().save_user(request, user, form, commit=False)
        user.name = form.cleaned_data["name"]
        user.email = Person.objects.normalize_email(user.email)
        if commit:
            user.save()
        return user

    def clean_email(self, email: str) -> str:
        return Person.objects.normalize_email(email)
