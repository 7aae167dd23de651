"""How a set looks at itself, goes on, or ends well."""
