-- Tracked properties. Latest version of a row wins; deleted rows stay so that an id is never given twice.
CREATE TABLE IF NOT EXISTS sites
(
    id UInt32,
    -- Lower-case host without www.
    domain String,
    -- IANA time zone name.
    timezone String,
    created_at DateTime('UTC'),
    -- Nanoseconds since 1970 of the write.
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version)
ORDER BY id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
