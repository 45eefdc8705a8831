-- Question: which Idempotency-Keys were seen lately? (so that a repeated request counts once after a restart too)
-- Parameters: least UInt64; keys begin with the hour of receipt, so that later ones are greater. limit UInt32.
-- Columns: key UInt64 as text; the latest ones. Order: oldest hour first.
SELECT toString(idempotency_key) AS key
FROM (
    SELECT DISTINCT idempotency_key
    FROM events
    PREWHERE idempotency_key >= {least:UInt64}
    ORDER BY idempotency_key DESC
    LIMIT {limit:UInt32}
)
ORDER BY idempotency_key
