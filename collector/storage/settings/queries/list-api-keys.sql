-- Which keys do programs hold? No parameters.
-- Columns: id, key_hash, name, site_id, scopes, created_by, created_at and expires_at (0: never) in seconds since 1970, version.
SELECT
    id, key_hash, name, site_id, scopes, created_by,
    toUnixTimestamp(created_at) AS created_at_seconds, toUnixTimestamp(expires_at) AS expires_at_seconds, version
FROM api_keys FINAL
WHERE deleted = 0
ORDER BY id
