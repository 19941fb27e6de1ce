"""The page of a week in the window."""
