-- Which links let strangers look at a site? No parameters.
-- Columns: id, token_hash, name, site_id, password_hash, created_by, created_at and expires_at (0: never) in seconds since 1970,
-- segment (JSON; empty: none), minimum_visitors, origins, is_public, is_indexed, version.
SELECT
    id, token_hash, name, site_id, password_hash, created_by,
    toUnixTimestamp(created_at) AS created_at_seconds, toUnixTimestamp(expires_at) AS expires_at_seconds,
    segment, minimum_visitors, origins, is_public, is_indexed, version
FROM share_links FINAL
WHERE deleted = 0
ORDER BY id
