"""Says which rules collide, for whom, and the smallest changes that would do."""

from askwell.composer.brief import Brief
from askwell.composer.colliding.collision import (
    Clash,
    Collision,
    Lever,
    Relaxation,
    Relaxing,
)
from askwell.composer.proposal import Proposal

__all__ = ["Clash", "Collision", "Lever", "Relaxation", "Relaxing", "collisions"]


def collisions(
    brief: Brief, proposal: Proposal, *, seed: int = 1, steps: int | None = None
) -> tuple[Collision, ...]:
    """Why a proposal breaks rules; () where it breaks none.

    Relaxations are tried by searches of `steps` each with this seed.
    """
    raise NotImplementedError
