// title: Agreements between two countries
// description: >
//   Which agreements bind two countries or bodies of theirs, latest first. Bodies count for the
//   country that they belong to. Agreements of more than five parties (bodies of one country
//   count once) are left out unless multilateral is true.
// parameters:
//   a: {type: entity, of: [Country], required: true, description: one country}
//   b: {type: entity, of: [Country], required: true, description: the other country}
//   multilateral: {type: boolean, default: false, description: whether to list treaties of many}
// columns:
//   agreement: id of the agreement
//   name: its name
//   sort: MoU, Treaty or JointStatement
//   signed: when it was signed
//   in_force: when it entered into force
//   expires: when it ends
//   parties_a: who is party to it for the first country
//   parties_b: who is party to it for the other
//   status: how far these parties have gone
//   signatories: who signed it
//   topics: what it is about
//   disputed: whether sources contradict each other
//   quote: the sentence that is surest
//   url: where that can be read
//   facts: ids of the facts that say so
//   claims: ids of the claims on its dates
// example: {a: "country:KE", b: "country:MA", multilateral: false}
CALL () {
  MATCH (x:Entity {id: $a}) RETURN x
  UNION
  MATCH (w:Entity) WHERE w.country = $a MATCH (w)<-[:PART_OF*0..3]-(x:Entity) RETURN x
  UNION
  MATCH (:Entity {id: $a})<-[:PART_OF*1..3]-(x:Entity) RETURN x
}
MATCH (x)-[:PARTY_TO]->(g:Agreement)<-[:PARTY_TO]-(y:Entity)
WHERE y.id = $b OR y.country = $b
  OR EXISTS { MATCH (y)-[:PART_OF*1..3]->(w:Entity) WHERE w.id = $b OR w.country = $b }
WITH g, collect(DISTINCT x.id) AS of_a, collect(DISTINCT y.id) AS of_b
MATCH (g)<-[:PARTY_TO]-(m:Entity)
WITH g, of_a, of_b, count(DISTINCT coalesce(m.country, m.id)) AS sides
WHERE $multilateral OR sides <= 5
MATCH (g)<-[p:PARTY_TO]-(m:Entity)
WHERE m.id IN of_a OR m.id IN of_b
WITH g, of_a, of_b, p, m
ORDER BY p.confidence DESC, p.id
WITH g,
  collect(DISTINCT CASE WHEN m.id IN of_a THEN m.name END) AS parties_a,
  collect(DISTINCT CASE WHEN m.id IN of_b THEN m.name END) AS parties_b,
  collect(DISTINCT p.status) AS status, min(p.signed) AS party_signed,
  min(p.in_force) AS party_in_force, max(CASE WHEN p.disputed THEN 1 ELSE 0 END) AS disputed,
  head(collect(p.quote)) AS quote, head(collect(p.url)) AS url, collect(DISTINCT p.id) AS parties
OPTIONAL MATCH (g)-[c:CONCERNS]->(t:Topic)
WITH g, parties_a, parties_b, status, party_signed, party_in_force, disputed, quote, url, parties,
  collect(DISTINCT t.name) AS topics, collect(DISTINCT c.id) AS concerns
OPTIONAL MATCH (g)<-[s:SIGNED]-(person:Person)
WITH g, parties_a, parties_b, status, party_signed, party_in_force, disputed, quote, url, topics,
  parties, concerns, collect(DISTINCT s.id) AS signed_by, collect(DISTINCT person.name) AS signatories
OPTIONAL MATCH (g)<-[:SUBJECT]-(d:Claim)
WHERE d.predicate IN ['signed', 'in_force', 'expires'] AND d.status = 'accepted'
WITH g, parties_a, parties_b, status, party_signed, party_in_force, disputed, quote, url, topics,
  parties, concerns, signed_by, signatories, collect(DISTINCT d.id) AS claims
RETURN g.id AS agreement, g.name AS name, g.sub AS sort,
  coalesce(g.signed, party_signed) AS signed, coalesce(g.in_force, party_in_force) AS in_force,
  g.expires AS expires, parties_a, parties_b, status, signatories, topics,
  disputed = 1 AS disputed, quote, url,
  parties + concerns + signed_by AS facts, claims
ORDER BY coalesce(signed, '') DESC, agreement
