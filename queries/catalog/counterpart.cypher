// title: Who is my counterpart in a country?
// description: >
//   Who signed the agreements of a country for its side, latest first, and the posts that they
//   hold or held. An agreement whose signatory is not known has a row without one.
// parameters:
//   country: {type: entity, of: [Country], required: true, description: the country}
//   topic: {type: entity, of: [Topic], description: only agreements on this topic or one under it}
// columns:
//   agreement: id of the agreement
//   name: its name
//   signed: when it was signed
//   parties: who is party to it for the country
//   person: id of the signatory
//   person_name: their name
//   posts: the posts that they hold or held for the country, as printed
//   quote: the sentence that says they signed, or that the country's side is party
//   url: where that can be read
//   facts: ids of the facts that say so
// example: {country: "country:MA", topic: null}
CALL () {
  MATCH (x:Entity {id: $country}) RETURN x
  UNION
  MATCH (w:Entity) WHERE w.country = $country MATCH (w)<-[:PART_OF*0..3]-(x:Entity) RETURN x
  UNION
  MATCH (:Entity {id: $country})<-[:PART_OF*1..3]-(x:Entity) RETURN x
}
WITH collect(DISTINCT x) AS bodies, collect(DISTINCT x.id) AS own
UNWIND bodies AS x
MATCH (x)-[p:PARTY_TO]->(g:Agreement)
WHERE p.modality = 'fact' AND coalesce(p.status, '') <> 'invited' AND ($topic IS NULL OR EXISTS {
  MATCH (g)-[:CONCERNS]->(t:Topic) WHERE t.id = $topic OR t.id STARTS WITH $topic + '.' })
WITH own, g, x, p
ORDER BY p.confidence DESC, p.id
WITH own, g, collect(DISTINCT x.name) AS parties, collect(DISTINCT p.id) AS party_facts,
  min(coalesce(p.signed, p.ratified)) AS party_signed, head(collect(p.quote)) AS quote, head(collect(p.url)) AS url
OPTIONAL MATCH (g)<-[s:SIGNED]-(person:Person)
WHERE person.country = $country
  OR EXISTS { MATCH (person)-[:HOLDS_POST]->(b:Entity) WHERE b.id IN own }
OPTIONAL MATCH (g)<-[:SIGNED]-(person)-[h:HOLDS_POST]->(b:Entity)
WHERE b.id IN own
WITH g, parties, party_facts, party_signed, quote, url, person, s,
  collect(DISTINCT h.title) AS posts, collect(DISTINCT h.id) AS post_facts
RETURN g.id AS agreement, g.name AS name, coalesce(s.date, party_signed, g.signed) AS signed,
  parties, person.id AS person, person.name AS person_name, posts,
  coalesce(s.quote, quote) AS quote, coalesce(s.url, url) AS url,
  party_facts + post_facts + [id IN [s.id] WHERE id IS NOT NULL] AS facts
ORDER BY coalesce(signed, '') DESC, agreement, coalesce(person, '')
