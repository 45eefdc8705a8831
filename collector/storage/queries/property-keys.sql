-- Question: which properties did a site's events carry on these days?
-- Parameters: site_id UInt32; first and last Date, the site's local days, both included; limit UInt32.
-- Columns: key; events UInt64 as text: those that carried it. Order: most first.
SELECT
    key,
    toString(count()) AS events
FROM events
ARRAY JOIN prop_keys AS key
WHERE site_id = {site_id:UInt32}
  AND day BETWEEN {first:Date} AND {last:Date}
GROUP BY key
ORDER BY count() DESC, key
LIMIT {limit:UInt32}
