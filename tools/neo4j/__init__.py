"""A real Neo4j server with Neo4j Browser, without Docker: assembled by Maven, run by Java."""
