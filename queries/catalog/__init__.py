"""The questions that the graph answers, one `.cypher` file each."""

from queries.catalog.answer import Answer, answer_csv
from queries.catalog.ask import ask
from queries.catalog.question import Column, Parameter, Question, question, questions

__all__ = [
    "Answer",
    "Column",
    "Parameter",
    "Question",
    "answer_csv",
    "ask",
    "question",
    "questions",
]
