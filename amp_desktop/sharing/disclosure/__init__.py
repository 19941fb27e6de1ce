"""The one door: what leaves, cut and decided here and nowhere else."""
