-- Which links may make the first user? No parameters. Columns: token_hash, expires_at in seconds since 1970, version.
SELECT token_hash, toUnixTimestamp(expires_at) AS expires_at_seconds, version
FROM setup_links FINAL
WHERE deleted = 0
ORDER BY token_hash
