-- Question: how many sequences of this range of a journal are stored?
-- Parameters: journal_id UInt64; first, last UInt64, both included.
-- Columns: stored UInt64 as text. A row that is there twice must not hide one that is missing.
SELECT toString(uniqExact(sequence)) AS stored
FROM events
WHERE journal_id = {journal_id:UInt64}
  AND sequence BETWEEN {first:UInt64} AND {last:UInt64}
