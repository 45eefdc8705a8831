-- People with an account on the dashboard.
CREATE TABLE IF NOT EXISTS users
(
    -- Random, hex.
    id String,
    -- Lower case.
    email String,
    -- argon2id in PHC string form.
    password_hash String,
    created_at DateTime('UTC'),
    -- Nanoseconds since 1970 of the write.
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version)
ORDER BY id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
