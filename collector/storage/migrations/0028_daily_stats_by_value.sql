-- Exact figures of a finished day by the values of one dimension. They hold no row about anybody and outlive the events.
-- A value's days lie together: a list of a year's pages is added up in 62 ms instead of 119 (2.6 million rows), and one
-- value is a single place. A list of a month or a week reads the days of its year besides: 35 ms instead of 28, 27 of 13.
-- Numbers of a day are small, and T64 leaves out the bits that none of a block needs: 8.1 bytes per row instead of 10.1.
CREATE OR REPLACE TABLE daily_stats
(
    site_id UInt32 CODEC(ZSTD(1)),
    -- As in the API, such as event:page; empty: the whole day.
    dimension LowCardinality(String) CODEC(ZSTD(1)),
    -- As events have it; empty: unknown.
    value LowCardinality(String) CODEC(ZSTD(1)),
    -- The site's local day. Delta: 0.62 → 0.51 bytes per row.
    day Date CODEC(Delta, ZSTD(1)),
    -- See seals. There are few of them; as plain numbers, one of each day: 1.08 → 0.53 bytes per row.
    generation LowCardinality(UInt64) CODEC(ZSTD(1)),
    visitors UInt64 CODEC(T64, ZSTD(1)),
    visits UInt64 CODEC(T64, ZSTD(1)),
    pageviews UInt64 CODEC(T64, ZSTD(1)),
    events UInt64 CODEC(T64, ZSTD(1)),
    -- Visits that the means are over, and what is added up for them.
    counted_visits UInt64 CODEC(T64, ZSTD(1)),
    bounces UInt64 CODEC(T64, ZSTD(1)),
    visit_seconds UInt64 CODEC(T64, ZSTD(1)),
    visit_views UInt64 CODEC(T64, ZSTD(1)),
    engaged_ms UInt64 CODEC(T64, ZSTD(1)),
    engaged_visits UInt64 CODEC(T64, ZSTD(1)),
    scroll_percents UInt64 CODEC(T64, ZSTD(1)),
    scrolled_visits UInt64 CODEC(T64, ZSTD(1)),
    revenue Decimal(38, 3) CODEC(ZSTD(1)),
    revenue_events UInt64 CODEC(T64, ZSTD(1)),
    currency_low LowCardinality(String) CODEC(ZSTD(1)),
    currency_high LowCardinality(String) CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toYear(day)
ORDER BY (site_id, dimension, value, day)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, allow_suspicious_low_cardinality_types = 1
