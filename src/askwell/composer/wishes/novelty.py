"""New faces: people who sat in a set together before are in different ones now."""

from askwell.composer.wishes.shapes import Apart

NOVELTY = Apart(
    name="novelty",
    question="Does everybody meet new faces?",
    groups=lambda brief: brief.earlier,
)
