"""What the graph is and where it lives: schema, model, identity, facts, stores."""
