-- Question: what is the latest sequence of a journal that this database has had?
-- Parameters: journal_id UInt64.
-- Columns: through Float64 (exact below 2^53); one row, 0 for none.
-- Events before the mark are not read: the index leaves out nearly all of the table.
WITH (SELECT max(stored_through) FROM journal_marks WHERE journal_id = {journal_id:UInt64}) AS marked
SELECT toFloat64(greatest(marked, max(sequence))) AS through
FROM events
WHERE journal_id = {journal_id:UInt64}
  AND sequence > marked
