"""What stands in a text: asides, links, tags, code."""
