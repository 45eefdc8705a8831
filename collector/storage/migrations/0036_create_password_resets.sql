-- One-time links to choose a new password with. Expired rows leave by themselves.
CREATE TABLE IF NOT EXISTS password_resets
(
    -- SHA-256 of the token, hex; the token itself is nowhere.
    token_hash String,
    user_id String,
    expires_at DateTime('UTC'),
    -- Nanoseconds since 1970 of the write.
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version)
ORDER BY token_hash
TTL expires_at + INTERVAL 1 DAY
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
