// title: Parties of an agreement
// description: Who is party to an agreement, or on the way to it, and how far they have gone.
// parameters:
//   agreement: {type: entity, of: [Agreement], required: true, description: the agreement}
//   status: {type: string, description: only parties of this status}
// columns:
//   party: id of the party
//   party_name: its name
//   country: id of the country that it is or belongs to
//   status: invited, proposed, signed, ratified, in force, withdrawn or denounced
//   signed: when the party signed
//   ratified: when it ratified or acceded
//   in_force: when it entered into force for the party
//   disputed: whether sources contradict each other
//   quote: the sentence that is surest
//   url: where that can be read
//   facts: ids of the facts that say so
// example: {agreement: "agreement:budapest-convention", status: "invited"}
MATCH (:Entity {id: $agreement})<-[f:PARTY_TO]-(p:Entity)
WHERE $status IS NULL OR f.status = $status
RETURN p.id AS party, p.name AS party_name,
  CASE WHEN p:Country THEN p.id ELSE p.country END AS country, f.status AS status,
  f.signed AS signed, f.ratified AS ratified, f.in_force AS in_force, f.disputed AS disputed,
  f.quote AS quote, f.url AS url, [f.id] AS facts
ORDER BY party_name, party, f.id
