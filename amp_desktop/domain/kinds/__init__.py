"""The kinds of entry: a file a kind, and the table of them."""
