"""What the offers of the page of the day say, and what can be done about them there."""
