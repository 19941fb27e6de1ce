"""Finding in the window: the search box, its filters, what it says, and what is kept within reach."""
