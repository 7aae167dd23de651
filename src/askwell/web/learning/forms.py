"""What is chosen about learning."""

from django import forms
from django.utils.translation import gettext_lazy as _

JSON, DOCX = "json", "docx"


class CopyForm(forms.Form):
    """In which form one takes one's record along."""

    form = forms.ChoiceField(
        label=_("In which form?"),
        choices=[
            (DOCX, _("A document, to read and to go on writing (DOCX)")),
            (JSON, _("Data, for another tool (JSON)")),
        ],
        initial=DOCX,
        widget=forms.RadioSelect,
    )
