"""The pad of an evaluation in the window."""
