"""What can be done in the window: one table, from which keys, menus, palette and list of keys draw."""
