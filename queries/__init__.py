"""The reading side: questions, entities, documents, search, paths, analytics, reports, exports."""
