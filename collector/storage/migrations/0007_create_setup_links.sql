-- One-time links that make the first user.
CREATE TABLE IF NOT EXISTS setup_links
(
    -- SHA-256 of the token, hex.
    token_hash String,
    expires_at DateTime('UTC'),
    -- Nanoseconds since 1970 of the write.
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version)
ORDER BY token_hash
TTL expires_at + INTERVAL 1 DAY
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
