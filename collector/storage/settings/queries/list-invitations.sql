-- Which links make somebody a member of a site? No parameters.
-- Columns: token_hash, site_id, email, role, invited_by, created_at and expires_at in seconds since 1970, version.
SELECT
    token_hash, site_id, email, role, invited_by,
    toUnixTimestamp(created_at) AS created_at_seconds, toUnixTimestamp(expires_at) AS expires_at_seconds, version
FROM invitations FINAL
WHERE deleted = 0
ORDER BY token_hash
