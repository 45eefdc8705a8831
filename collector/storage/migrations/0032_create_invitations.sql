-- One-time links that make somebody a member of a site. Expired rows leave by themselves.
CREATE TABLE IF NOT EXISTS invitations
(
    -- SHA-256 of the token, hex; the token itself is nowhere.
    token_hash String,
    site_id UInt32,
    -- Lower case.
    email String,
    -- As in memberships.
    role LowCardinality(String),
    -- Id of the user who invites.
    invited_by String,
    created_at DateTime('UTC'),
    expires_at DateTime('UTC'),
    -- Nanoseconds since 1970 of the write.
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version)
ORDER BY token_hash
TTL expires_at + INTERVAL 1 DAY
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
