// title: Help that a country gives and gets
// description: >
//   Who trains, funds, equips or advises a country and its bodies, whom it helps, and the
//   trainings in which its bodies were taught or taught others. Later reports come first.
// parameters:
//   country: {type: entity, of: [Country], required: true, description: the country}
// columns:
//   direction: gets or gives
//   giver: id of who helps; for a training, of who held it, where that is known
//   giver_name: its name
//   taker: id of who is helped
//   taker_name: its name
//   mode: training, funding, equipment or expertise
//   topics: what it is about
//   event: id of the training
//   event_name: its name
//   modality: fact, or agreed where it is still to come
//   last_reported: date of the latest document that says so
//   quote: the sentence that is surest
//   url: where that can be read
//   facts: ids of the facts that say so
// example: {country: "country:TZ"}
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
CALL (x) {
  MATCH (x)<-[f:ASSISTS]-(y:Entity)
  RETURN 'gets' AS direction, y AS who, x AS whom, f.mode AS mode,
    coalesce(f.topics, []) AS topics, null AS training, f AS f, [f.id] AS facts
  UNION
  MATCH (x)-[f:ASSISTS]->(y:Entity)
  RETURN 'gives' AS direction, x AS who, y AS whom, f.mode AS mode,
    coalesce(f.topics, []) AS topics, null AS training, f AS f, [f.id] AS facts
  UNION
  MATCH (x)-[f:PARTICIPATED_IN]->(v:Event)
  WHERE f.role = 'trainee' OR (v.sub = 'Training' AND f.role IS NULL)
  OPTIONAL MATCH (v)<-[g:HOSTED|PARTICIPATED_IN]-(y:Entity)
  WHERE y <> x AND (type(g) = 'HOSTED' OR g.role = 'trainer')
  RETURN 'gets' AS direction, y AS who, x AS whom, 'training' AS mode, [] AS topics,
    v AS training, f AS f, [id IN [f.id, g.id] WHERE id IS NOT NULL] AS facts
  UNION
  MATCH (x)-[f:HOSTED|PARTICIPATED_IN]->(v:Event)<-[g:PARTICIPATED_IN]-(y:Entity)
  WHERE g.role = 'trainee' AND (type(f) = 'HOSTED' OR f.role = 'trainer') AND x <> y
  RETURN 'gives' AS direction, x AS who, y AS whom, 'training' AS mode, [] AS topics,
    v AS training, f AS f, [f.id, g.id] AS facts
}
RETURN direction, who.id AS giver, who.name AS giver_name, whom.id AS taker,
  whom.name AS taker_name, mode, topics, training.id AS event, training.name AS event_name,
  f.modality AS modality, f.last_reported AS last_reported, f.quote AS quote, f.url AS url, facts
ORDER BY coalesce(last_reported, '') DESC, direction, coalesce(giver, ''), taker, f.id
