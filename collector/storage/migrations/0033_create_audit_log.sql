-- What people and programs did here, line by line; nothing is ever changed in it, and nothing about visitors is in it.
CREATE TABLE IF NOT EXISTS audit_log
(
    -- From 1; two programs that write at the same moment may give the same.
    number UInt64 CODEC(Delta, ZSTD(1)),
    happened_at DateTime('UTC') CODEC(Delta, ZSTD(1)),
    -- JSON, as it is hashed: it names the hash of the line before it.
    line String CODEC(ZSTD(1)),
    -- Last day the row may be kept.
    expires_on Date CODEC(ZSTD(1))
)
ENGINE = MergeTree
ORDER BY (number, line)
TTL expires_on + INTERVAL 1 DAY
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
