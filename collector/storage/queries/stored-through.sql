-- Question: what is the latest sequence of a journal that this database has had?
-- Parameters: journal_id UInt64.
-- Columns: through Float64 (exact below 2^53); one row, 0 for none.
SELECT greatest(
    (SELECT max(toFloat64(sequence)) FROM events WHERE journal_id = {journal_id:UInt64}),
    (SELECT max(toFloat64(stored_through)) FROM journal_marks WHERE journal_id = {journal_id:UInt64})
) AS through
