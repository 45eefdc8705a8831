-- What was noted last? No parameters. Columns: number, line; no row when nothing was.
SELECT number, line
FROM audit_log
ORDER BY number DESC, line DESC
LIMIT 1
