-- What was noted, the latest first? Parameters: before, a number that is above all of them; limit. Columns: number, line.
SELECT number, line
FROM audit_log
WHERE number < {before:UInt64}
ORDER BY number DESC, line DESC
LIMIT {limit:UInt32}
