-- Keys of programs. Stored hashed, shown once.
CREATE TABLE IF NOT EXISTS api_keys
(
    -- Public name of the key: its first characters.
    id String,
    -- SHA-256 of the key, hex.
    key_hash String,
    site_id UInt32,
    -- stats:read, events:write, events:import.
    scopes Array(String),
    created_at DateTime('UTC'),
    -- Nanoseconds since 1970 of the write.
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version)
ORDER BY id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
