"""What Neo4j Browser shows the graph with: a style, saved queries and a guide.

The style follows from the schema, queries and guide follow from the catalogue.
"""

from queries.browser.guide import GUIDE, QUERIES, STYLE, guide
from queries.browser.scripts import archive, script
from queries.browser.style import style

__all__ = ["GUIDE", "QUERIES", "STYLE", "archive", "guide", "script", "style"]
