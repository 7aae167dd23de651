"""What is mailed about an account: codes, and what to do when it is another's doing."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from askwell.web.people.letters import Letter

Context = Mapping[str, Any]


def letter_for(prefix: str, context: Context) -> Letter | None:
    """The letter django-allauth asks for by the name of its template, if it is ours."""
    write = LETTERS.get(prefix.rpartition("/")[2])
    return write(context) if write else None


def _code(subject: str, says: str, context: Context) -> Letter:
    return Letter(
        subject=subject,
        says=says,
        code=context["code"],
        then=_("It serves once, within fifteen minutes."),
        why=_(
            "If you asked for no code, somebody mistyped their address. Nothing has "
            "happened, and nothing will."
        ),
    )


def _to_confirm(context: Context) -> Letter:
    says = _("Type this code on the page you came from, and your address is confirmed.")
    return _code(_("Your code for Askwell"), says, context)


def _to_sign_in(context: Context) -> Letter:
    says = _("Type this code on the page you came from, and you are signed in.")
    return _code(_("Your code to sign in"), says, context)


def _for_a_password(context: Context) -> Letter:
    says = _("Type this code on the page you came from, and choose a new password.")
    return _code(_("Your code for a new password"), says, context)


def _known_already(context: Context) -> Letter:
    return Letter(
        subject=_("You have an account already"),
        says=_(
            "Somebody, perhaps you, tried to create an account for %(email)s. You have "
            "one already, and can sign in with a mailed code at any time."
        )
        % {"email": context["email"]},
        button=_("Choose a new password"),
        link=context["password_reset_url"],
        then=_("If it was not you, do nothing."),
    )


def _unknown(context: Context) -> Letter:
    return Letter(
        subject=_("About your sign-in"),
        says=_(
            "Somebody, perhaps you, tried to sign in to Askwell as %(email)s. There is "
            "no account with this address. If it was you, try another address of yours."
        )
        % {"email": context["email"]},
        button=_("Create an account"),
        link=context["signup_url"],
        then=_("If it was not you, do nothing."),
    )


LETTERS: dict[str, Callable[[Context], Letter]] = {
    "email_confirmation": _to_confirm,
    "email_confirmation_signup": _to_confirm,
    "login_code": _to_sign_in,
    "password_reset_code": _for_a_password,
    "account_already_exists": _known_already,
    "unknown_account": _unknown,
}
