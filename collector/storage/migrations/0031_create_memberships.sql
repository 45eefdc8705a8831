-- What people may do on which site.
CREATE TABLE IF NOT EXISTS memberships
(
    site_id UInt32,
    user_id String,
    -- viewer, editor, admin or owner.
    role LowCardinality(String),
    created_at DateTime('UTC'),
    -- Nanoseconds since 1970 of the write.
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (site_id, user_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
