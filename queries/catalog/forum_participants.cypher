// title: Who took part in a forum
// description: >
//   Who took part in the editions of a forum, or in one edition or event: in what role, in which
//   posts, for which country, where and when it was held. Earliest editions come first. Posts
//   are all that are known of a person, not only those of that time.
// parameters:
//   forum: {type: entity, of: [Forum, Event], required: true, description: the forum or the event}
//   number: {type: integer, description: only this edition}
// columns:
//   event: id of the edition or event, or of the forum where no edition is named
//   event_name: its name
//   number: which edition it is
//   starts: first day
//   ends: last day
//   held_in: the countries where it was held
//   places: the towns or venues
//   participant: id of who took part
//   participant_name: their name
//   role: in what capacity
//   posts: the posts that a person holds or held, with the body
//   countries: for whom they act
//   quote: the sentence that says they took part
//   url: where that can be read
//   facts: ids of the facts that say so
// example: {forum: "forum:naiis-forum", number: 17}
CALL () {
  MATCH (v:Entity {id: $forum}) RETURN v
  UNION
  MATCH (:Entity {id: $forum})<-[:EDITION_OF]-(v:Entity) RETURN v
}
OPTIONAL MATCH (v)-[e:EDITION_OF]->(:Forum)
WITH v, min(e.number) AS edition_number, collect(DISTINCT e.id) AS edition
WITH v, edition, coalesce(edition_number, v.number) AS number
WHERE $number IS NULL OR number = $number
OPTIONAL MATCH (v)-[h:HELD_IN]->(place:Country)
WITH v, number, edition, collect(DISTINCT h.id) AS held,
  collect(DISTINCT place.name) AS held_in,
  collect(DISTINCT coalesce(h.place, v.place)) AS places
MATCH (v)<-[f:PARTICIPATED_IN]-(p:Entity)
OPTIONAL MATCH (p)-[t:HOLDS_POST]->(b:Entity)
OPTIONAL MATCH (c:Country)
WHERE c.id IN [p.id, p.country, b.id, b.country]
WITH v, number, edition, held, held_in, places, f, p, collect(DISTINCT c.name) AS countries,
  collect(DISTINCT CASE WHEN t IS NOT NULL THEN coalesce(t.title, 'post') + ', ' + b.name END)
    AS posts,
  collect(DISTINCT t.id) AS post_facts
RETURN v.id AS event, v.name AS event_name, number, v.starts AS starts, v.ends AS ends, held_in,
  places, p.id AS participant, p.name AS participant_name, f.role AS role, posts, countries,
  f.quote AS quote, f.url AS url, [f.id] + edition + held + post_facts AS facts
ORDER BY coalesce(number, 0), coalesce(v.starts, ''), event, participant_name, participant
