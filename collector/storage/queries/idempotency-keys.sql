-- Question: which Idempotency-Keys were seen lately? (so that a repeated request counts once after a restart too)
-- Parameters: least UInt64; keys begin with the hour of receipt, so that later ones are greater.
-- Columns: key UInt64 as text. Order: oldest hour first.
SELECT DISTINCT toString(idempotency_key) AS key
FROM events
PREWHERE idempotency_key >= {least:UInt64}
ORDER BY idempotency_key
