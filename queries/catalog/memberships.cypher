// title: Memberships of a country
// description: >
//   The organisations, forums and committees to which a country, its bodies and its officials
//   belong or belonged, and those for which a body of it is the point of contact.
// parameters:
//   country: {type: entity, of: [Country], required: true, description: the country}
// columns:
//   member: id of who belongs to it
//   member_name: its name
//   type: MEMBER_OF or CONTACT_FOR
//   body: id of the organisation, forum or committee, or what the contact is for
//   body_name: its name
//   role: in what capacity
//   since: from when
//   until: until when
//   last_reported: date of the latest document that says so
//   quote: the sentence that is surest
//   url: where that can be read
//   facts: ids of the facts that say so
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
MATCH (x)-[f:MEMBER_OF|CONTACT_FOR]->(b:Entity)
RETURN x.id AS member, x.name AS member_name, type(f) AS type, b.id AS body, b.name AS body_name,
  f.role AS role, f.since AS since, f.until AS until, f.last_reported AS last_reported,
  f.quote AS quote, f.url AS url, [f.id] AS facts
ORDER BY body_name, member_name, f.id
