-- Daily counters of events that were not counted, by reason. Holds no fact about who sent them.
CREATE TABLE IF NOT EXISTS drop_counts
(
    site_id UInt32,
    -- The site's local day.
    day Date,
    -- One of the closed list of drop reasons.
    reason LowCardinality(String),
    count UInt64
)
ENGINE = SummingMergeTree(count)
ORDER BY (site_id, day, reason)
TTL day + INTERVAL 25 MONTH
