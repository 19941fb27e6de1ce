"""How each kind of entry is shown: a folder a kind, and the table of them."""
