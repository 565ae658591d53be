"""Plain text: its language, its sentences, its words, its dates."""
