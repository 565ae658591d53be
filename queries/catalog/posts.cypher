// title: Who holds or held which post
// description: >
//   The posts of a person, or the people who hold or held a post in a body or in a country and its
//   bodies. Titles stand as they were printed; later reports come first.
// parameters:
//   of:
//     type: entity
//     of: [Person, Agency, Organization, Country]
//     required: true
//     description: the person, body or country
// columns:
//   person: id of the person
//   person_name: their name
//   title: the post, as printed
//   titles: every title, where sources differ
//   body: id of the body or country
//   body_name: its name
//   acting: whether it is held for the time being
//   since: from when
//   until: until when
//   first_reported: date of the earliest document that says so
//   last_reported: date of the latest
//   quote: the sentence that is surest
//   url: where that can be read
//   facts: ids of the facts that say so
// example: {of: "country:TZ"}
CALL () {
  MATCH (x:Entity {id: $of}) RETURN x
  UNION
  MATCH (w:Entity) WHERE w.country = $of MATCH (w)<-[:PART_OF*0..3]-(x:Entity) RETURN x
  UNION
  MATCH (:Entity {id: $of})<-[:PART_OF*1..3]-(x:Entity) RETURN x
}
MATCH (x)-[f:HOLDS_POST]-(:Entity)
WITH DISTINCT f.id AS fact
MATCH (p:Person)-[f:HOLDS_POST {id: fact}]->(b:Entity)
RETURN p.id AS person, p.name AS person_name, f.title AS title, f.title_all AS titles,
  b.id AS body, b.name AS body_name, f.acting AS acting, f.since AS since, f.until AS until,
  f.first_reported AS first_reported, f.last_reported AS last_reported, f.quote AS quote,
  f.url AS url, [f.id] AS facts
ORDER BY coalesce(last_reported, '') DESC, person_name, f.id
