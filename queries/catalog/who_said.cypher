// title: Who said that?
// description: >
//   Statements whose sentence contains a text, with who said it, where and when; those that the
//   document says itself are left out. Latest first; case does not matter.
// parameters:
//   text: {type: string, required: true, description: words of the sentence}
//   speaker: {type: entity, description: only what this person or body said}
// columns:
//   speaker: id of who said it
//   speaker_name: their name
//   quote: the words of the document
//   subject: id of whom or what it is about
//   subject_name: its name
//   predicate: a relationship type or a property
//   object_name: the other end, the value, or the words of the text
//   modality: fact, agreed, intended, requested or denied
//   document: id of the document
//   title: its title
//   published: when it was published
//   url: where it can be read
//   claims: ids of the claims
// example: {text: "cooperation", speaker: null}
MATCH (w:Entity)<-[:STATED_BY]-(c:Claim)-[:FROM]->(d:Document)
WHERE toLower(c.quote) CONTAINS toLower($text) AND ($speaker IS NULL OR w.id = $speaker)
MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN w.id AS speaker, w.name AS speaker_name, c.quote AS quote, s.id AS subject,
  s.name AS subject_name, c.predicate AS predicate,
  coalesce(o.name, c.value, c.object_phrase) AS object_name, c.modality AS modality,
  d.id AS document, d.name AS title, d.published AS published, d.url AS url, [c.id] AS claims
ORDER BY coalesce(published, '') DESC, c.id
