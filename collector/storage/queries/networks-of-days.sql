-- Question: from which truncated networks did a site's events come on these days?
-- Parameters: site_id UInt32; first and last Date, the site's local days, both included; limit UInt32.
-- Columns: network, events UInt64 as text. Order: most first.
SELECT
    network,
    toString(sum(networks.events)) AS events
FROM networks
WHERE site_id = {site_id:UInt32}
  AND day BETWEEN {first:Date} AND {last:Date}
GROUP BY network
ORDER BY sum(networks.events) DESC, network
LIMIT {limit:UInt32}
