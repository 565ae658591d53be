// title: Everything that a document says
// description: The statements read in one document, in the order of its text.
// parameters:
//   document: {type: document, required: true, description: id or URL of the document}
// columns:
//   subject: id of whom or what it is about
//   subject_name: its name
//   predicate: a relationship type or a property
//   object: id of the other end, where it is named
//   object_name: its name, the value, or the words of the text
//   modality: fact, agreed, intended, requested or denied
//   speaker: who said it
//   status: accepted, pending or rejected
//   quote: the words of the document
//   start: where they start in the text
//   finish: where they end
//   claims: ids of the claims
// example: {document: "doc:0123456789abcdef"}
MATCH (c:Claim) WHERE c.document = $document
MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:STATED_BY]->(w:Entity)
RETURN s.id AS subject, s.name AS subject_name, c.predicate AS predicate, o.id AS object,
  coalesce(o.name, c.value, c.object_phrase) AS object_name, c.modality AS modality,
  w.name AS speaker, c.status AS status, c.quote AS quote, c.char_start AS start,
  c.char_end AS finish, [c.id] AS claims
ORDER BY start, finish, predicate, c.id
