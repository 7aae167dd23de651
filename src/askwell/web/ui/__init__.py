"""The design system: base page, components, tokens and small elements."""
