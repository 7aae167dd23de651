"""Mail: a letter for a notice, or one a day."""

from askwell.web.integrations.mail.post import MAIL

__all__ = ["MAIL"]
