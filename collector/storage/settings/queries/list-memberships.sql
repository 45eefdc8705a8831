-- Who is what on which site? No parameters. Columns: site_id, user_id, role, created_at in seconds since 1970, version.
SELECT site_id, user_id, role, toUnixTimestamp(created_at) AS created_at_seconds, version
FROM memberships FINAL
WHERE deleted = 0
ORDER BY site_id, user_id
