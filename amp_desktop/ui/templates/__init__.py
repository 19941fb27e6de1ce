"""What entries can begin with: choosing a template, and a place to look after them."""
