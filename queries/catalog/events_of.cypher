// title: Forums and events of a country
// description: >
//   The events and forums in which a country, its bodies and its officials took part or which they
//   hosted, and those held in the country, latest first.
// parameters:
//   country: {type: entity, of: [Country], required: true, description: the country}
//   since: {type: date, description: only events that began on that day or later}
// columns:
//   event: id of the event or forum
//   name: its name
//   sort: Meeting, Training, Conference, Visit, Signing or Exercise
//   starts: first day
//   ends: last day
//   held_in: the countries where it was held
//   places: the towns or venues
//   forums: the forums that it is an edition of
//   participants: who took part for the country
//   hosts: who hosted it for the country
//   roles: in what capacities the country's side took part
//   topics: what it was about
//   quote: the sentence that is surest
//   url: where that can be read
//   facts: ids of the facts that say so
//   claims: ids of the claims on its dates and place
// example: {country: "country:TZ", since: null}
CALL () {
  MATCH (x:Entity {id: $country}) RETURN x
  UNION
  MATCH (w:Entity) WHERE w.country = $country MATCH (w)<-[:PART_OF*0..3]-(x:Entity) RETURN x
  UNION
  MATCH (:Entity {id: $country})<-[:PART_OF*1..3]-(x:Entity) RETURN x
  UNION
  MATCH (w:Entity) WHERE w.country = $country
  MATCH (w)<-[:PART_OF*0..3]-(:Entity)<-[:HOLDS_POST]-(x:Person) RETURN x
  UNION
  MATCH (:Entity {id: $country})<-[:HOLDS_POST]-(x:Person) RETURN x
}
WITH DISTINCT x
MATCH (x)-[f:PARTICIPATED_IN|HOSTED|HELD_IN]-(v:Entity)
WHERE (v:Event OR v:Forum) AND ($since IS NULL OR v.starts >= $since)
WITH v, f, x, type(f) AS type
ORDER BY f.confidence DESC, f.id
WITH v, head(collect(f.quote)) AS quote, head(collect(f.url)) AS url,
  collect(DISTINCT f.id) AS own_facts,
  collect(DISTINCT CASE WHEN type = 'PARTICIPATED_IN' THEN x.name END) AS participants,
  collect(DISTINCT CASE WHEN type = 'HOSTED' THEN x.name END) AS hosts,
  collect(DISTINCT f.role) AS roles
OPTIONAL MATCH (v)-[h:HELD_IN]->(c:Country)
WITH v, quote, url, own_facts, participants, hosts, roles, collect(DISTINCT h.id) AS held,
  collect(DISTINCT c.name) AS held_in, collect(DISTINCT coalesce(h.place, v.place)) AS places
OPTIONAL MATCH (v)-[e:EDITION_OF]->(forum:Forum)
WITH v, quote, url, own_facts, participants, hosts, roles, held, held_in, places,
  collect(DISTINCT e.id) AS editions, collect(DISTINCT forum.name) AS forums
OPTIONAL MATCH (v)-[a:CONCERNS]->(t:Topic)
WITH v, quote, url, own_facts, participants, hosts, roles, held, held_in, places, editions, forums,
  collect(DISTINCT a.id) AS concerns, collect(DISTINCT t.name) AS topics
OPTIONAL MATCH (v)<-[:SUBJECT]-(d:Claim)
WHERE d.predicate IN ['starts', 'ends', 'place'] AND d.status = 'accepted'
WITH v, quote, url, own_facts, participants, hosts, roles, held, held_in, places, editions, forums,
  concerns, topics, collect(DISTINCT d.id) AS claims
RETURN v.id AS event, v.name AS name, v.sub AS sort, v.starts AS starts, v.ends AS ends, held_in,
  places, forums, participants, hosts, roles, topics, quote, url,
  own_facts + [id IN held + editions + concerns WHERE NOT id IN own_facts] AS facts, claims
ORDER BY coalesce(v.starts, '') DESC, event
