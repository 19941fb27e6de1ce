"""The open entry: title, text, what helps to write."""
