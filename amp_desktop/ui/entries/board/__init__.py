"""The board of a page: its entries in columns, one for each state."""
