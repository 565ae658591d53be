"""Makes what the extractor knows of names: lists of names, and the weights of signs."""
