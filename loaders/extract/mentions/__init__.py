"""From a sentence's words to the entities it speaks of."""
