"""How django-allauth makes our persons and where it sends them."""

from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMessage
from django.http import HttpRequest

from askwell.web.people.account_letters import letter_for
from askwell.web.people.letters import compose
from askwell.web.people.models import Person


class AccountAdapter(DefaultAccountAdapter):
    """Keeps the name given at sign-up and every address in lower case."""

    def save_user(
        self,
        request: HttpRequest,
        user: AbstractBaseUser,
        form: Any,
        commit: bool = True,
    ) -> AbstractBaseUser:
        """Called for a new account only; the form is our own `SignupForm`."""
        person = cast(Person, super().save_user(request, user, form, commit=False))
        person.name = form.cleaned_data["name"]
        person.email = Person.objects.normalize_email(person.email)
        if commit:
            person.save()
        return person

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """Our own letters as text and as HTML; what allauth tells else, as text."""
        letter = letter_for(template_prefix, context)
        if letter is None:
            return super().render_mail(template_prefix, email, context, headers)
        return compose(letter, to=email if isinstance(email, str) else email[0])

    def clean_email(self, email: str) -> str:
        return Person.objects.normalize_email(email)
