"""What the REST service answers: one model a shape, each with an example."""
