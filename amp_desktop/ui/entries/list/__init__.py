"""The list of entries: model, rows, search, selection."""
