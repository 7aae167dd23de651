"""Practice rooms: the real room with members who are made up."""
