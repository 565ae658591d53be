// title: Treaty status of a country
// description: >
//   How far a country has gone with each treaty: what is called one, or has more than five
//   parties (bodies of one country count once).
// parameters:
//   country: {type: entity, of: [Country], required: true, description: the country}
// columns:
//   agreement: id of the treaty
//   name: its name
//   status: invited, proposed, signed, ratified, in force, withdrawn or denounced
//   signed: when the country signed
//   ratified: when it ratified or acceded
//   in_force: when it entered into force for the country
//   disputed: whether sources contradict each other
//   quote: the sentence that is surest
//   url: where that can be read
//   facts: ids of the facts that say so
// example: {country: "country:KE"}
MATCH (:Entity {id: $country})-[f:PARTY_TO]->(g:Agreement)
MATCH (g)<-[:PARTY_TO]-(m:Entity)
WITH f, g, count(DISTINCT coalesce(m.country, m.id)) AS sides
WHERE g.sub = 'Treaty' OR sides > 5
RETURN g.id AS agreement, g.name AS name, f.status AS status, f.signed AS signed,
  f.ratified AS ratified, f.in_force AS in_force, f.disputed AS disputed, f.quote AS quote,
  f.url AS url, [f.id] AS facts
ORDER BY name, agreement, f.id
