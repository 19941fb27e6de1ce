"""Importers: a file a format, and the table of them."""
