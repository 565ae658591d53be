// title: Laws and strategies of a country
// description: The laws and strategies of a country and its bodies, latest first.
// parameters:
//   country: {type: entity, of: [Country], required: true, description: the country}
//   topic: {type: entity, of: [Topic], description: only those about this topic or one under it}
// columns:
//   law: id of the law or strategy
//   name: its name
//   sort: Act, Bill or Regulation; none for a strategy
//   number: its official number
//   date: when it was made, or its year
//   made_by: who made it
//   topics: what it is about
//   quote: the sentence that says who made it
//   url: where that can be read
//   facts: ids of the facts that say so
//   claims: ids of the claims on its name, number, year and country
// example: {country: "country:TZ", topic: null}
CALL () {
  MATCH (:Entity {id: $country})-[:ENACTED]->(l:Entity) RETURN l
  UNION
  MATCH (l:Entity) WHERE l.country = $country AND (l:Law OR l:Strategy) RETURN l
  UNION
  MATCH (w:Entity) WHERE w.country = $country MATCH (w)-[:ENACTED]->(l:Entity) RETURN l
  UNION
  MATCH (:Entity {id: $country})<-[:PART_OF*1..3]-(:Entity)-[:ENACTED]->(l:Entity) RETURN l
}
WITH DISTINCT l
OPTIONAL MATCH (l)<-[f:ENACTED]-(x:Entity)
WITH l, x, f
ORDER BY f.confidence DESC, f.id
WITH l, collect(DISTINCT f.id) AS made, collect(DISTINCT x.name) AS made_by, min(f.date) AS date,
  head(collect(f.quote)) AS quote, head(collect(f.url)) AS url
OPTIONAL MATCH (l)-[c:CONCERNS]->(t:Topic)
WITH l, made, made_by, date, quote, url, collect(DISTINCT c.id) AS concerns,
  collect(DISTINCT t.name) AS topics, collect(t.id) AS topic_ids
WHERE $topic IS NULL
  OR any(topic IN topic_ids WHERE topic = $topic OR topic STARTS WITH $topic + '.')
OPTIONAL MATCH (l)<-[:SUBJECT]-(d:Claim)
WHERE d.predicate IN ['name', 'number', 'year', 'country', 'since'] AND d.status = 'accepted'
WITH l, made, made_by, date, quote, url, concerns, topics, collect(DISTINCT d.id) AS claims
RETURN l.id AS law, l.name AS name, l.sub AS sort, l.number AS number,
  coalesce(date, l.year, l.since) AS date, made_by, topics, quote, url, made + concerns AS facts,
  claims
ORDER BY coalesce(date, '') DESC, name, law
