"""From entities in a sentence to what is said of them, one module a family of predicates."""
