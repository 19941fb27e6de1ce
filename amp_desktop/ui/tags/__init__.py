"""Looking after the tags of a journal."""
