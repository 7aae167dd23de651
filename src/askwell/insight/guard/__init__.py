"""What may be released: of whom figures speak, and that they point at nobody."""
