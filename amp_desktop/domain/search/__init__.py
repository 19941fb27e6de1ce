"""What a person looks for: words, filters, days, and what is offered while typing."""
