"""The palette: every action of the window and every entry by a few letters (Ctrl+K)."""
