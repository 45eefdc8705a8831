-- Question: does an insert of this journal still run?
-- Parameters: prefix String, the beginning of its query ids.
-- Columns: running UInt64 as text.
SELECT toString(count()) AS running
FROM system.processes
WHERE startsWith(query_id, {prefix:String})
