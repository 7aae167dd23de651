"""Divides people into sets: a brief goes in, an explained proposal comes out."""
