// title: What an entity is connected to
// description: All facts about an entity, by type and by the name of the other end.
// parameters:
//   entity: {type: entity, required: true, description: the entity}
// columns:
//   type: the relationship type
//   direction: out where the entity is the subject, in where it is the object
//   other: id of the other end
//   other_name: its name
//   modality: fact, agreed, intended or requested
//   detail: title, status, role or mode
//   sources: how many documents say so
//   independent: how many of them are not copies of each other
//   disputed: whether sources contradict each other
//   first_reported: date of the earliest document that says so
//   last_reported: date of the latest
//   quote: the sentence that is surest
//   url: where that can be read
//   facts: ids of the facts that say so
// example: {entity: "country:KE"}
MATCH (e:Entity {id: $entity})-[f]-(o:Entity)
RETURN type(f) AS type, CASE WHEN startNode(f).id = e.id THEN 'out' ELSE 'in' END AS direction,
  o.id AS other, o.name AS other_name, f.modality AS modality,
  coalesce(f.title, f.status, f.role, f.mode) AS detail, f.sources AS sources,
  f.independent AS independent, f.disputed AS disputed, f.first_reported AS first_reported,
  f.last_reported AS last_reported, f.quote AS quote, f.url AS url, [f.id] AS facts
ORDER BY type, other_name, other, direction, f.id
