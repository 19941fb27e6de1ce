"""What could be typed on: the titles of entries behind `[[`, tags behind `#`."""
