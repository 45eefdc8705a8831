-- Question: which events of this range of a journal are stored?
-- Parameters: journal_id UInt64; first, last UInt64, both included.
-- Columns: sequence Float64 (exact below 2^53).
SELECT DISTINCT toFloat64(sequence) AS sequence
FROM events
WHERE journal_id = {journal_id:UInt64}
  AND events.sequence BETWEEN {first:UInt64} AND {last:UInt64}
