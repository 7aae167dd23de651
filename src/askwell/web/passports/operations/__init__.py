"""What changes about passports, pathways and badges."""

from askwell.web.passports.operations.adopting import confirm, take_back

__all__ = ["confirm", "take_back"]
