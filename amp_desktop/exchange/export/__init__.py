"""The full export, and the way back."""
