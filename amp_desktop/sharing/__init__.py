"""What leaves the journal: the door, the templates and the five forms of a summary. It knows no Qt."""
