"""The same journal from a terminal: no display, no Qt."""
