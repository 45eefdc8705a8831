-- Who has an account? No parameters.
-- Columns: id, email, password_hash, totp_secret, passkeys, recovery_hashes, provider_issuer, provider_subject, is_operator, created_at in seconds since 1970, version.
SELECT
    id, email, password_hash, totp_secret, passkeys, recovery_hashes, provider_issuer, provider_subject, is_operator,
    toUnixTimestamp(created_at) AS created_at_seconds, version
FROM users FINAL
WHERE deleted = 0
ORDER BY id
