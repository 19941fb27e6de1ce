"""The key and salt of the journals that these tests make."""

KEY = bytes(range(32))
SALT = bytes(range(100, 116))
