// title: Cooperation between countries
// description: >
//   Pairs of countries that work together, help each other or are both party to an agreement of at
//   most five parties; bodies count for the country that they belong to. Only what is so counts,
//   not what is wanted or agreed for later. The weight of a pair is the number of independent
//   documents that say so.
// projection: true
// parameters:
//   minimum_confidence: {type: float, default: 0.0, description: leave out facts less sure than this}
// columns:
//   source: id of one country
//   source_name: its name
//   target: id of the other, which sorts after it
//   target_name: its name
//   weight: number of independent documents
//   facts: ids of the facts that say so
// example: {minimum_confidence: 0.0}
CALL () {
  MATCH (x:Entity)-[f:COOPERATES_WITH|ASSISTS {modality: 'fact'}]->(y:Entity)
  WHERE f.confidence >= $minimum_confidence
  OPTIONAL MATCH (x)-[:PART_OF*1..3]->(xc:Country)
  WITH x, y, f.id AS fact, f.first_reported AS reported, min(xc.id) AS x_part_of
  OPTIONAL MATCH (y)-[:PART_OF*1..3]->(yc:Country)
  WITH x, y, fact, reported, x_part_of, min(yc.id) AS y_part_of
  RETURN fact, reported,
    CASE WHEN x:Country THEN x.id ELSE coalesce(x.country, x_part_of) END AS one,
    CASE WHEN y:Country THEN y.id ELSE coalesce(y.country, y_part_of) END AS other
  UNION
  MATCH (g:Agreement)<-[:PARTY_TO]-(m:Entity)
  WITH g, count(DISTINCT coalesce(m.country, m.id)) AS sides
  WHERE sides <= 5
  MATCH (g)<-[f:PARTY_TO {modality: 'fact'}]-(x:Entity)
  WHERE f.status IN ['signed', 'ratified', 'in force'] AND f.confidence >= $minimum_confidence
  WITH x, collect({agreement: g.id, fact: f.id, reported: f.first_reported}) AS signed
  CALL (x) {
    OPTIONAL MATCH (x)-[:PART_OF*1..3]->(c:Country)
    RETURN min(c.id) AS part_of
  }
  WITH signed, CASE WHEN x:Country THEN x.id ELSE coalesce(x.country, part_of) END AS home
  UNWIND signed AS s
  WITH s.agreement AS agreement,
    collect({home: home, fact: s.fact, reported: s.reported}) AS parties
  UNWIND parties AS a
  UNWIND parties AS b
  WITH a, b
  WHERE a.home <> b.home
  RETURN a.fact AS fact, a.reported AS reported, a.home AS one, b.home AS other
}
WITH fact, reported, one, other
WHERE one <> other
WITH DISTINCT fact,
  CASE WHEN one < other THEN one ELSE other END AS source,
  CASE WHEN one < other THEN other ELSE one END AS target
MATCH (c:Claim) WHERE c.fact = fact
MATCH (c)-[:FROM]->(d:Document)
WITH source, target, fact, d.sha256 AS own, d.copy_of AS copied
OPTIONAL MATCH (original:Document {id: copied})
WITH source, target, count(DISTINCT coalesce(original.sha256, own)) AS weight,
  collect(DISTINCT fact) AS facts
MATCH (s:Entity {id: source})
MATCH (t:Entity {id: target})
RETURN source, s.name AS source_name, target, t.name AS target_name, weight, facts
ORDER BY source, target
