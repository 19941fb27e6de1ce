"""AMP Journal: a private, encrypted, offline journal for people in a mentorship."""

__version__ = "0.1.0"
