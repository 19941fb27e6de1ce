"""How it looks: theme, colours, icons, days in words."""
