"""Goals in the window."""
