-- Which browsers are signed in? No parameters.
-- Columns: token_hash, user_id, client, has_provider_factor, created_at and expires_at in seconds since 1970, version.
SELECT
    token_hash, user_id, client, has_provider_factor,
    toUnixTimestamp(created_at) AS created_at_seconds, toUnixTimestamp(expires_at) AS expires_at_seconds, version
FROM sessions FINAL
WHERE deleted = 0
ORDER BY token_hash
