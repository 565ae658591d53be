"""How fast the graph is written, each figure beside that of the bare store in the same run."""
