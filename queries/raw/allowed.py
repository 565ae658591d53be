"""What a query may use: all that is not named here is refused."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LONGEST = 20_000
"""Characters of a query."""

MOST_TOKENS = 1500
"""Words, signs and texts of a query: long ones are planned for very long."""

DEEPEST = 40
"""Brackets within brackets."""

STARTS = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"})
"""The words that a query may begin with."""

CLAUSES = {
    **dict.fromkeys(
        ("CREATE", "INSERT", "MERGE", "DELETE", "DETACH", "NODETACH", "SET", "REMOVE", "FOREACH"),
        "writes",
    ),
    **dict.fromkeys(("DROP", "ALTER"), "changes what is defined"),
    "LOAD": "reads files or addresses",
    "USE": "names another database",
    **dict.fromkeys(("SHOW", "TERMINATE"), "administers the server"),
    **dict.fromkeys(("TRANSACTIONS", "PERIODIC", "COMMIT"), "makes transactions of its own"),
    **dict.fromkeys(("EXPLAIN", "PROFILE", "CYPHER", "FORMAT"), "changes how a query is run"),
}
"""Words that no query may have outside of quotes, each with what it does."""

BEFORE_BRACKET = _words(
    "ALL AND ANY AS ASC BY CALL CASE CONTAINS DESC DISTINCT ELSE END ENDS EXISTS IN IS LIMIT MATCH "
    "NOT ON OPTIONAL OR PATH PATHS RETURN SHORTEST SKIP STARTS THEN UNWIND WHEN WHERE WITH "
    "XOR"
)
"""Words of the language that a `(` may follow: these are no functions."""

FUNCTIONS = _words(
    # lists and predicates over them
    "all any none single reduce range head last tail size reverse isEmpty exists "
    # aggregation
    "count sum avg min max collect stdev stdevp percentileCont percentileDisc "
    # the graph
    "labels type keys properties nodes relationships startNode endNode id elementId length "
    "shortestPath allShortestPaths "
    # numbers
    "abs ceil floor round sign sqrt exp log log10 e pi rand isNaN degrees radians "
    "sin cos tan asin acos atan atan2 "
    # texts
    "left right trim ltrim rtrim btrim replace split substring toLower toUpper lower upper "
    "char_length character_length normalize "
    # from one type to another
    "toString toInteger toFloat toBoolean toStringOrNull toIntegerOrNull toFloatOrNull "
    "toBooleanOrNull toStringList toIntegerList toFloatList toBooleanList valueType coalesce "
    "nullIf "
    # time
    "date datetime localdatetime time localtime duration timestamp date.truncate "
    "datetime.truncate localdatetime.truncate duration.between duration.inDays "
    "duration.inMonths duration.inSeconds"
)
"""Functions that read nothing but the graph."""

PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshipTypes",
        "db.propertyKeys",
        "db.index.fulltext.queryNodes",
        "db.index.fulltext.queryRelationships",
    }
)

OPERATORS = _words(
    # Neo4j; what stands in brackets after a name, as in Expand(All), is left out
    "AllShortestPaths AntiConditionalApply AntiSemiApply Apply Argument ArgumentTracker "
    "AssertSameNode AssertSameRelationship BidirectionalRepeat CacheProperties CartesianProduct "
    "ConditionalApply Distinct Eager EagerAggregation EmptyResult EmptyRow ErrorPlan "
    "ExhaustiveLimit Expand Filter LeftOuterHashJoin LetAntiSemiApply LetSelectOrAntiSemiApply "
    "LetSelectOrSemiApply LetSemiApply Limit NodeCountFromCountStore NodeHashJoin "
    "NodeLeftOuterHashJoin NodeRightOuterHashJoin NullifyMetadata Optional OptionalExpand "
    "OrderedAggregation OrderedDistinct OrderedUnion PartialSort PartialTop PreserveOrder "
    "ProcedureCall ProduceResults ProjectEndpoints Projection PruningVarLengthExpand "
    "RelationshipCountFromCountStore Repeat RightOuterHashJoin RollUpApply SelectOrAntiSemiApply "
    "SelectOrSemiApply SemiApply ShortestPath Skip Sort StatefulShortestPath Top Top1WithTies "
    "Trail TriadicBuild TriadicFilter TriadicSelection Union Unwind ValueHashJoin VarLengthExpand "
    "BFSPruningVarLengthExpand "
    # KGLite
    "Call CallSubquery Finish Having Match OptimizerPass OptionalMatch OrderBy Return Where "
    "With"
)
"""Steps of a plan that only read the graph."""

OPERATOR_ENDINGS = ("Scan", "Seek", "SeekByRange")
"""Steps that look nodes and relationships up are many; their names end so."""

OPERATOR_BEGINNINGS = ("Fused",)
"""KGLite's steps that do several of the above at once begin so."""
