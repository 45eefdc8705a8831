-- What owners have removed from their events: who, when, what. Rows are only added.
CREATE TABLE IF NOT EXISTS removals
(
    site_id UInt32,
    removed_at DateTime('UTC'),
    user_id String,
    -- As it was asked, JSON.
    filters String,
    first_day Date,
    last_day Date,
    events UInt64
)
ENGINE = MergeTree
ORDER BY (site_id, removed_at)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
