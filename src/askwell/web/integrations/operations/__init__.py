"""What changes about deliveries, and about what people wish to be sent."""
