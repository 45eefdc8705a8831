-- Which links choose a new password? No parameters. Columns: token_hash, user_id, expires_at in seconds since 1970, version.
SELECT token_hash, user_id, toUnixTimestamp(expires_at) AS expires_at_seconds, version
FROM password_resets FINAL
WHERE deleted = 0
ORDER BY token_hash
