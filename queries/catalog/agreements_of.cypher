// title: Agreements of a country
// description: >
//   Which agreements a country or bodies of it are party to, with whom, latest first. Agreements
//   of more than five parties (bodies of one country count once) are left out unless
//   multilateral is true.
// parameters:
//   country: {type: entity, of: [Country], required: true, description: the country}
//   topic: {type: entity, of: [Topic], description: only those about this topic or one under it}
//   since: {type: date, description: only those signed on that day or later}
//   multilateral: {type: boolean, default: false, description: whether to list treaties of many}
// columns:
//   agreement: id of the agreement
//   name: its name
//   sort: MoU, Treaty or JointStatement
//   signed: when it was signed
//   parties: who is party to it for the country
//   counterparts: the other parties
//   status: how far the country's side has gone
//   topics: what it is about
//   quote: the sentence that is surest
//   url: where that can be read
//   facts: ids of the facts that say so
//   claims: ids of the claims on the date of signature
// example: {country: "country:KE", topic: null, since: "2020", multilateral: false}
CALL () {
  MATCH (x:Entity {id: $country}) RETURN x
  UNION
  MATCH (w:Entity) WHERE w.country = $country MATCH (w)<-[:PART_OF*0..3]-(x:Entity) RETURN x
  UNION
  MATCH (:Entity {id: $country})<-[:PART_OF*1..3]-(x:Entity) RETURN x
}
MATCH (x)-[p:PARTY_TO]->(g:Agreement)
WITH g, x, p
ORDER BY p.confidence DESC, p.id
WITH g, collect(DISTINCT x.id) AS own, collect(DISTINCT x.name) AS parties,
  collect(DISTINCT p.status) AS status, collect(DISTINCT p.id) AS own_facts,
  min(p.signed) AS party_signed, head(collect(p.quote)) AS quote, head(collect(p.url)) AS url
WHERE $since IS NULL OR coalesce(party_signed, g.signed) >= $since
MATCH (g)<-[q:PARTY_TO]-(m:Entity)
WITH g, parties, status, party_signed, quote, url,
  count(DISTINCT coalesce(m.country, m.id)) AS sides,
  collect(DISTINCT CASE WHEN NOT m.id IN own THEN m.name END) AS counterparts,
  own_facts, collect(DISTINCT CASE WHEN NOT m.id IN own THEN q.id END) AS other_facts
WHERE $multilateral OR sides <= 5
OPTIONAL MATCH (g)-[c:CONCERNS]->(t:Topic)
WITH g, parties, status, party_signed, quote, url, counterparts, own_facts, other_facts,
  collect(DISTINCT c.id) AS concerns, collect(DISTINCT t.name) AS topics,
  collect(t.id) AS topic_ids
WHERE $topic IS NULL
  OR any(topic IN topic_ids WHERE topic = $topic OR topic STARTS WITH $topic + '.')
OPTIONAL MATCH (g)<-[:SUBJECT]-(d:Claim)
WHERE d.predicate = 'signed' AND d.status = 'accepted'
WITH g, parties, status, party_signed, quote, url, counterparts, topics,
  own_facts + other_facts + concerns AS facts, d
WITH g, parties, status, party_signed, quote, url, counterparts, topics, facts,
  collect(DISTINCT d.id) AS claims
RETURN g.id AS agreement, g.name AS name, g.sub AS sort,
  coalesce(party_signed, g.signed) AS signed, parties, counterparts, status, topics, quote, url,
  facts, claims
ORDER BY coalesce(signed, '') DESC, agreement
