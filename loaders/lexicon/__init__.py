"""What each language needs, as data: one YAML file a language, one for bodies known everywhere."""
