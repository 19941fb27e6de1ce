"""Small widgets that every page is made of, one file each."""
