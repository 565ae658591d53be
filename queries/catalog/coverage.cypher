// title: Coverage
// description: How many documents and claims there are by language, publisher and month.
// parameters:
//   datasets: {type: boolean, default: false, description: whether reference datasets count}
// columns:
//   language: ISO 639 code
//   publisher: who published them
//   month: when they were published, 2023-02
//   document_count: how many documents
//   claim_count: how many claims were read in them
//   accepted_count: how many of these are accepted
// example: {datasets: false}
MATCH (d:Document)
WHERE $datasets OR NOT coalesce(d.dataset, false)
WITH d, COUNT { (d)<-[:FROM]-(:Claim) } AS claims,
  COUNT { MATCH (d)<-[:FROM]-(c:Claim) WHERE c.status = 'accepted' } AS accepted
WITH d.language AS language, d.publisher AS publisher, substring(d.published, 0, 7) AS month,
  count(d) AS document_count, sum(claims) AS claim_count, sum(accepted) AS accepted_count
RETURN language, publisher, month, document_count, claim_count, accepted_count
ORDER BY coalesce(language, ''), coalesce(publisher, ''), coalesce(month, '')
