"""Words of valuing in templates."""
