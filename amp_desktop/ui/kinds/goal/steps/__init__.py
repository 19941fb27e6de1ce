"""The steps of a goal, as rows that one writes in."""
