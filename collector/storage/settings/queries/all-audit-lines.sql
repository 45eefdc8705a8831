-- Everything that was noted, the oldest first. No parameters. Column: line.
SELECT line
FROM audit_log
ORDER BY number, line
