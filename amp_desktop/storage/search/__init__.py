"""The full-text index: folding, words, titles, facets."""
