// title: What sources contradict each other on
// description: >
//   Facts and properties on which claims differ, or which a source denies, with all the values.
// parameters:
//   about: {type: entity, description: only what is about this entity or a body of this country}
// columns:
//   subject: id of whom or what it is about
//   subject_name: its name
//   predicate: the relationship type or the property
//   object: id of the other end of a fact
//   object_name: its name
//   values: what sources say, with the name of the qualifier for a fact
//   sources: how many documents support the fact
//   facts: ids of the facts
//   claims: ids of the claims on the property
// example: {about: null}
CALL () {
  MATCH (s:Entity)-[f]->(o:Entity)
  WHERE f.disputed AND ($about IS NULL OR s.id = $about OR o.id = $about OR s.country = $about
    OR o.country = $about)
  WITH s, f, o, f.id AS fact
  OPTIONAL MATCH (c:Claim) WHERE c.contradicts = fact
  WITH s, f, o, count(c) AS denials
  RETURN s.id AS subject, s.name AS subject_name, type(f) AS predicate, o.id AS object,
    o.name AS object_name, f.sources AS sources, [f.id] AS facts, [] AS claims,
    [v IN coalesce(f.since_all, []) | 'since ' + v]
    + [v IN coalesce(f.until_all, []) | 'until ' + v]
    + [v IN coalesce(f.date_all, []) | 'date ' + v]
    + [v IN coalesce(f.signed_all, []) | 'signed ' + v]
    + [v IN coalesce(f.ratified_all, []) | 'ratified ' + v]
    + [v IN coalesce(f.in_force_all, []) | 'in_force ' + v]
    + [v IN coalesce(f.number_all, []) | 'number ' + v]
    + CASE WHEN denials > 0 THEN ['denied'] ELSE [] END AS values
  UNION
  MATCH (s:Entity)
  WHERE coalesce(s.acronym_all, s.country_all, s.sub_all, s.signed_all, s.in_force_all,
      s.expires_all, s.number_all, s.year_all, s.since_all, s.until_all, s.starts_all, s.ends_all,
      s.place_all, s.honorific_all) IS NOT NULL
    AND ($about IS NULL OR s.id = $about OR s.country = $about)
  UNWIND ['acronym', 'country', 'sub', 'signed', 'in_force', 'expires', 'number', 'year', 'since',
    'until', 'starts', 'ends', 'place', 'honorific'] AS predicate
  WITH s, predicate
  WHERE s[predicate + '_all'] IS NOT NULL
  MATCH (s)<-[:SUBJECT]-(c:Claim)
  WHERE c.predicate = predicate AND c.status = 'accepted' AND c.modality = 'fact'
  WITH s, predicate, collect(DISTINCT c.value) AS values, collect(DISTINCT c.id) AS claims,
    count(DISTINCT c.document) AS sources
  RETURN s.id AS subject, s.name AS subject_name, predicate, null AS object, null AS object_name,
    sources, [] AS facts, claims, values
}
RETURN subject, subject_name, predicate, object, object_name, values, sources, facts, claims
ORDER BY subject, predicate, coalesce(object, ''), facts
