-- Which keys do programs hold? No parameters. Columns: id, key_hash, site_id, scopes, created_at in seconds since 1970, version.
SELECT id, key_hash, site_id, scopes, toUnixTimestamp(created_at) AS created_at_seconds, version
FROM api_keys FINAL
WHERE deleted = 0
ORDER BY id
