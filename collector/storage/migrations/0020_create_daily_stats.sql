-- Exact figures of a finished day by the values of one dimension. They hold no row about anybody and outlive the events.
CREATE TABLE IF NOT EXISTS daily_stats
(
    site_id UInt32 CODEC(ZSTD(1)),
    -- As in the API, such as event:page; empty: the whole day.
    dimension LowCardinality(String) CODEC(ZSTD(1)),
    -- The site's local day.
    day Date CODEC(ZSTD(1)),
    -- See seals.
    generation UInt64 CODEC(ZSTD(1)),
    -- As events have it; empty: unknown.
    value LowCardinality(String) CODEC(ZSTD(1)),
    visitors UInt64 CODEC(ZSTD(1)),
    visits UInt64 CODEC(ZSTD(1)),
    pageviews UInt64 CODEC(ZSTD(1)),
    events UInt64 CODEC(ZSTD(1)),
    -- Visits that the means are over, and what is added up for them.
    counted_visits UInt64 CODEC(ZSTD(1)),
    bounces UInt64 CODEC(ZSTD(1)),
    visit_seconds UInt64 CODEC(ZSTD(1)),
    visit_views UInt64 CODEC(ZSTD(1)),
    engaged_ms UInt64 CODEC(ZSTD(1)),
    engaged_visits UInt64 CODEC(ZSTD(1)),
    scroll_percents UInt64 CODEC(ZSTD(1)),
    scrolled_visits UInt64 CODEC(ZSTD(1)),
    revenue Decimal(38, 3) CODEC(ZSTD(1)),
    revenue_events UInt64 CODEC(ZSTD(1)),
    currency_low LowCardinality(String) CODEC(ZSTD(1)),
    currency_high LowCardinality(String) CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toYear(day)
ORDER BY (site_id, dimension, day, value)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
