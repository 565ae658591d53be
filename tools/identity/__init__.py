"""Measures who is held to be who against annotated documents."""
