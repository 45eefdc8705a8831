-- Exact figures of the hours of a finished day: visits by the hour of their start, everything else by its own.
CREATE TABLE IF NOT EXISTS hourly_stats
(
    site_id UInt32 CODEC(ZSTD(1)),
    -- The site's local day.
    day Date CODEC(ZSTD(1)),
    -- See seals.
    generation UInt64 CODEC(ZSTD(1)),
    -- On the site's clock, 0-23; an hour that comes twice has both in it.
    hour UInt8 CODEC(ZSTD(1)),
    visitors UInt64 CODEC(ZSTD(1)),
    visits UInt64 CODEC(ZSTD(1)),
    pageviews UInt64 CODEC(ZSTD(1)),
    events UInt64 CODEC(ZSTD(1)),
    -- Visits that the means are over, and what is added up for them.
    counted_visits UInt64 CODEC(ZSTD(1)),
    bounces UInt64 CODEC(ZSTD(1)),
    visit_seconds UInt64 CODEC(ZSTD(1)),
    visit_views UInt64 CODEC(ZSTD(1)),
    revenue Decimal(38, 3) CODEC(ZSTD(1)),
    revenue_events UInt64 CODEC(ZSTD(1)),
    currency_low LowCardinality(String) CODEC(ZSTD(1)),
    currency_high LowCardinality(String) CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toYear(day)
ORDER BY (site_id, day, hour)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
