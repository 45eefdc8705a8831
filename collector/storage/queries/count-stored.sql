-- Question: how many events of this range of a journal are stored?
-- Parameters: journal_id UInt64; first, last UInt64, both included.
-- Columns: stored UInt64 as text.
SELECT toString(count()) AS stored
FROM events
WHERE journal_id = {journal_id:UInt64}
  AND sequence BETWEEN {first:UInt64} AND {last:UInt64}
