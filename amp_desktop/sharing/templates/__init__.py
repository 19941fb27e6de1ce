"""Templates of summaries: a file a template, and the table of them."""
