"""Proving an address at the door: a code is mailed and typed, and one is signed in.

For every link that somebody may open without an account. Whether an address is known
to Askwell cannot be learned here: any address is sent a code.
"""

from smtplib import SMTPException
from uuid import UUID

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from askwell.web.people import operations
from askwell.web.people.forms import CodeForm
from askwell.web.people.letters import code_letter
from askwell.web.people.models import AddressProof, Person
from askwell.web.people.operations import TooManyCodesError, Tried

# Where the session keeps which proof belongs to which link.
PROOFS = "joining"
ON_ITS_WAY = 302


class Proving:
    """The proof that was begun at one link, as this visitor's session remembers it."""

    def __init__(self, request: HttpRequest, link: str) -> None:
        self.request = request
        self.link = link
        self._begun: str | None = request.session.get(PROOFS, {}).get(link)

    @property
    def is_begun(self) -> bool:
        return self._begun is not None

    def may_ask(self) -> bool:
        """So many codes an hour may be asked for from one place."""
        return bool(ratelimit.consume(self.request, action="join"))

    def may_try(self) -> bool:
        return bool(ratelimit.consume(self.request, action="join_code"))

    def slowed_down(self) -> HttpResponseBase:
        answer: HttpResponseBase = ratelimit.respond_429(self.request)
        return answer

    def mail(self, form: forms.Form, *, email: str, name: str) -> int:
        """Send a code; the status to answer with, and in the form what went wrong."""
        field = "email" if "email" in form.fields else None
        try:
            proof, code = operations.begin_proof(
                email=email, name=name, at=timezone.now()
            )
            code_letter(proof, code).send()
        except TooManyCodesError:
            form.add_error(field, _("Many codes went to this address. Wait a while."))
            return 429
        except (OSError, SMTPException):
            form.add_error(
                None, _("The mail could not be sent. Try again in a minute.")
            )
            return 503
        kept = self.request.session.get(PROOFS, {})
        self.request.session[PROOFS] = {**kept, self.link: str(proof.id)}
        return ON_ITS_WAY

    def prove(self, form: CodeForm) -> AddressProof | None:
        """The proof, if the code is right; else the form says what to do."""
        proof_id = UUID(self._begun)
        match operations.try_code(
            proof_id, form.cleaned_data["code"], at=timezone.now()
        ):
            case Tried.RIGHT:
                return AddressProof.objects.get(id=proof_id)
            case Tried.WRONG:
                form.add_error("code", _("That is not the code. Look again."))
            case Tried.OVER:
                form.add_error("code", _("That code no longer serves. Ask anew."))
        return None

    def person_at(self, proof: AddressProof, form: CodeForm) -> Person:
        """Whoever the address belongs to; what was begun is done with."""
        told = form.cleaned_data.get("time_zone", "")
        person = operations.person_at(proof, time_zone=told)
        self.request.session.pop(PROOFS, None)
        return person

    def sign_in(self, person: Person, *, page: str) -> HttpResponseBase:
        answer: HttpResponseBase = perform_login(
            self.request, person, redirect_url=page
        )
        return answer
