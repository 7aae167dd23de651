"""What every integration is: something that carries a delivery to a service."""

from datetime import datetime
from typing import Protocol

from askwell.web.integrations.models import Delivery


class NotCarried(Exception):
    """The service did not take it; `again` if trying later may help.

    The fault names what went wrong and quotes nothing: no address, no answer.
    """

    def __init__(self, fault: str, *, again: bool = True) -> None:
        super().__init__(fault)
        self.fault = fault
        self.again = again


class Integration(Protocol):
    """One outside service."""

    @property
    def name(self) -> str: ...

    def takes(self, delivery: Delivery) -> bool:
        """Whether it is for this service."""

    def carry(self, delivery: Delivery, *, at: datetime) -> bool:
        """Send it; False if it is not wanted any more. Raises `NotCarried`."""
