// title: Who cooperates with a country?
// description: >
//   The countries and bodies that work with a country, help it, are helped by it or share with it
//   an agreement of at most five parties; bodies count for the country that they belong to. What
//   both sides have agreed to do is there too, told apart by its modality; wishes and requests are
//   not. Later reports come first.
// parameters:
//   country: {type: entity, of: [Country], required: true, description: the country}
// columns:
//   partner: id of the country or body that it works with
//   partner_name: its name
//   partner_country: id of the country that it is or belongs to, where it is one
//   how: the relationship type
//   side: id of the country, or of the body of it that takes part
//   side_name: its name
//   agreement: id of the agreement that they share
//   agreement_name: its name
//   modality: fact, or agreed where it is still to come
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
}
WITH DISTINCT x
CALL (x) {
  MATCH (x)-[f:COOPERATES_WITH|ASSISTS]-(y:Entity)
  RETURN y, null AS g, f, [f.id] AS facts
  UNION
  MATCH (x)-[f:PARTY_TO {modality: 'fact'}]->(g:Agreement)
  WHERE f.status IN ['signed', 'ratified', 'in force']
  WITH DISTINCT g, f
  MATCH (g)<-[:PARTY_TO]-(m:Entity)
  WITH g, f, count(DISTINCT coalesce(m.country, m.id)) AS sides
  WHERE sides <= 5
  MATCH (g)<-[h:PARTY_TO {modality: 'fact'}]-(y:Entity)
  WHERE h.status IN ['signed', 'ratified', 'in force']
  RETURN y, g, f, [f.id, h.id] AS facts
}
WITH x, y, g, f, facts
OPTIONAL MATCH (y)-[:PART_OF*1..3]->(c:Country)
WITH x, y, g, f, facts, min(c.id) AS part_of
WITH x, y, g, f, facts, CASE WHEN y:Country THEN y.id ELSE coalesce(y.country, part_of) END AS home
WHERE y.id <> $country AND (home IS NULL OR home <> $country)
RETURN y.id AS partner, y.name AS partner_name, home AS partner_country, type(f) AS how,
  x.id AS side, x.name AS side_name, g.id AS agreement, g.name AS agreement_name,
  f.modality AS modality, f.last_reported AS last_reported, f.quote AS quote, f.url AS url, facts
ORDER BY coalesce(last_reported, '') DESC, partner, how, side, coalesce(agreement, ''), f.id
