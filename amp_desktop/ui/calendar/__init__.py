"""The days of the journal: a month or a year at a glance, and choosing one of its days."""
