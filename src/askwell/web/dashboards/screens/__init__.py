"""What dashboards draw, from frozen figures alone."""
