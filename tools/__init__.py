"""What developers use and users never need."""
