-- Signs of life of collectors that do what must happen once, so that a second one notices the first.
CREATE TABLE IF NOT EXISTS control_beats
(
    -- The data directory that a collector works on, by 64 random bits in it: they are the same after a restart.
    holder UInt64,
    -- Name of its machine, for the operator who has to find it.
    host String,
    -- By the database's clock, which is one for all.
    beat_at DateTime('UTC') DEFAULT now(),
    -- 1: it was stopped in order.
    is_over UInt8
)
ENGINE = ReplacingMergeTree(beat_at)
ORDER BY holder
TTL beat_at + INTERVAL 1 DAY
