"""What people choose about mail and chats."""
