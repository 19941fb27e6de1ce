"""Attached files in the encrypted file."""
