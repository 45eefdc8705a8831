-- Question: has this site any event?
-- Parameters: site_id UInt32.
-- Columns: found UInt8; one row for yes, none for no.
SELECT 1 AS found
FROM events
WHERE site_id = {site_id:UInt32}
LIMIT 1
