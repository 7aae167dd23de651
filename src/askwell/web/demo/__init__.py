"""The demonstration: a cast, three sets, and a page to step in as anybody."""
