"""How well an extractor reads: its claims and entities against those that people annotated."""

from loaders.evaluation.annotated import Annotated, AnnotationError, View, annotated
from loaders.evaluation.comparison import Comparison, Miss, compare
from loaders.evaluation.figures import Figures, Tally, figures

__all__ = [
    "Annotated",
    "AnnotationError",
    "Comparison",
    "Figures",
    "Miss",
    "Tally",
    "View",
    "annotated",
    "compare",
    "figures",
]
