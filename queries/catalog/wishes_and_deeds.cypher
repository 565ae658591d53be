// title: What a country wants, asks for and promises, and what it has done
// description: >
//   Statements about what a country, its bodies and its officials want, ask for, have agreed to
//   do or have done in cooperation, those without a named partner among them. Wishes and requests
//   are never counted as deeds. Wishes of others towards the country are listed too, with the
//   direction "to".
// parameters:
//   country: {type: entity, of: [Country], required: true, description: the country}
// columns:
//   sort: wish, request, agreed or done
//   direction: by the country's side, to it, or both
//   subject: id of who wants, asks or does
//   subject_name: its name
//   predicate: what sort of statement it is
//   object: id of the other end, where it is named
//   object_name: its name, or the words of the text
//   topics: what it is about
//   detail: status, role or mode
//   speakers: who said it
//   first_reported: date of the earliest document that says so
//   quote: the sentence that is surest
//   url: where that can be read
//   facts: ids of the facts that say so
//   claims: ids of the claims, where they make no fact
// example: {country: "country:KE"}
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
WHERE NOT x:Law AND NOT x:Strategy
CALL (x) {
  MATCH (x)-[f:SEEKS_COOPERATION_WITH|COOPERATES_WITH|ASSISTS|PARTY_TO|SIGNED|ENACTED|PARTICIPATED_IN|HOSTED]-(:Entity)
  WITH DISTINCT f, x, f.id AS fact
  OPTIONAL MATCH (c:Claim)-[:STATED_BY]->(w:Entity) WHERE c.fact = fact
  WITH f, x, startNode(f) AS s, endNode(f) AS o, collect(DISTINCT w.name) AS speakers
  RETURN f.modality AS modality, type(f) AS predicate, s.id AS subject, s.name AS subject_name,
    o.id AS object, o.name AS object_name, coalesce(f.topics, []) AS topics,
    coalesce(f.status, f.role, f.mode) AS detail, speakers, f.first_reported AS first_reported,
    f.quote AS quote, f.url AS url, f.id AS fact, null AS claim
  UNION
  MATCH (x)<-[:SUBJECT|OBJECT]-(c:Claim)-[:FROM]->(d:Document)
  WHERE c.fact IS NULL AND c.status = 'accepted' AND c.value IS NULL AND c.modality <> 'denied'
    AND c.predicate IN ['SEEKS_COOPERATION_WITH', 'COOPERATES_WITH', 'ASSISTS', 'PARTY_TO',
      'SIGNED', 'ENACTED', 'PARTICIPATED_IN', 'HOSTED']
  MATCH (c)-[:SUBJECT]->(s:Entity)
  OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
  OPTIONAL MATCH (c)-[:STATED_BY]->(w:Entity)
  RETURN c.modality AS modality, c.predicate AS predicate, s.id AS subject,
    s.name AS subject_name, o.id AS object, coalesce(o.name, c.object_phrase) AS object_name,
    coalesce(c.q_topics, []) AS topics, coalesce(c.q_status, c.q_role, c.q_mode) AS detail,
    [name IN [w.name] WHERE name IS NOT NULL] AS speakers, d.published AS first_reported,
    c.quote AS quote, d.url AS url, null AS fact, c.id AS claim
}
WITH modality, predicate, subject, subject_name, object, object_name, topics, detail, speakers,
  first_reported, quote, url, fact, claim,
  max(CASE WHEN x.id = subject THEN 1 ELSE 0 END) AS by_it,
  max(CASE WHEN x.id = object THEN 1 ELSE 0 END) AS to_it
WITH subject, subject_name, predicate, object, object_name, topics, detail, speakers,
  first_reported, quote, url, fact, claim,
  CASE
    WHEN modality = 'agreed' THEN 'agreed'
    WHEN modality = 'requested' OR detail = 'invited' THEN 'request'
    WHEN modality = 'intended' OR predicate = 'SEEKS_COOPERATION_WITH' OR detail = 'proposed'
      THEN 'wish'
    ELSE 'done'
  END AS sort,
  CASE
    WHEN predicate = 'PARTY_TO' AND detail = 'invited' THEN 'to'
    WHEN predicate = 'COOPERATES_WITH' AND modality IN ['fact', 'agreed'] THEN 'both'
    WHEN by_it = 1 AND to_it = 1 THEN 'both'
    WHEN by_it = 1 THEN 'by'
    ELSE 'to'
  END AS direction
RETURN sort, direction, subject, subject_name, predicate, object, object_name, topics, detail,
  speakers, first_reported, quote, url, [id IN [fact] WHERE id IS NOT NULL] AS facts,
  [id IN [claim] WHERE id IS NOT NULL] AS claims
ORDER BY
  CASE WHEN sort = 'wish' THEN 0 WHEN sort = 'request' THEN 1 WHEN sort = 'agreed' THEN 2 ELSE 3 END,
  coalesce(first_reported, '') DESC, subject, predicate, coalesce(fact, ''), coalesce(claim, '')
