-- How far a journal is dealt with, where no row of events can say so: events set aside, lost, or removed since.
CREATE TABLE IF NOT EXISTS journal_marks
(
    -- 64 random bits of the collector's journal.
    journal_id UInt64,
    -- Every sequence up to this one is dealt with.
    stored_through UInt64,
    marked_at DateTime('UTC') DEFAULT now()
)
ENGINE = ReplacingMergeTree(stored_through)
ORDER BY journal_id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
