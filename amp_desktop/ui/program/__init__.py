"""When the program runs."""
