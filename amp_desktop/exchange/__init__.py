"""The mentee's own copies: the full export and the way back, and the sample journal."""
