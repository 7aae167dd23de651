"""What changes about programmes: making, wording, looking after and ending one."""
