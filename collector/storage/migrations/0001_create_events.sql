-- One row per accepted event. Visit-scoped columns repeat the values the visit started with.
-- visitor_id and visit_id are in no key, so that they can be blanked before the events expire.
CREATE TABLE IF NOT EXISTS events
(
    -- Which site; UInt32 leaves room for every installation.
    site_id UInt32 CODEC(ZSTD(1)),
    -- The site's local day of receipt; decides retention, sealing and the visitor's identity.
    day Date CODEC(ZSTD(1)),
    -- Time of receipt, UTC, whole seconds: durations are in seconds.
    timestamp DateTime('UTC') CODEC(DoubleDelta, ZSTD(1)),
    -- pageview, engagement or a custom name.
    name LowCardinality(String),
    -- Keyed hash, valid for one site and day; 64 random-looking bits do not compress.
    visitor_id UInt64 CODEC(ZSTD(1)),
    -- 64 random bits per visit.
    visit_id UInt64 CODEC(ZSTD(1)),
    -- Host of the page without www.
    hostname LowCardinality(String),
    -- Percent-decoded path, no query, no fragment.
    page String CODEC(ZSTD(3)),
    -- 0 when the event does not end a bounce.
    interactive UInt8 CODEC(ZSTD(1)),
    -- Custom properties, both arrays of the same length.
    prop_keys Array(LowCardinality(String)) CODEC(ZSTD(1)),
    prop_values Array(String) CODEC(ZSTD(1)),
    -- Acquisition of the visit; empty means none.
    source LowCardinality(String),
    referrer LowCardinality(String),
    utm_source LowCardinality(String),
    utm_medium LowCardinality(String),
    utm_campaign LowCardinality(String),
    utm_content LowCardinality(String),
    utm_term LowCardinality(String),
    -- ISO 3166-1 alpha-2, empty when unknown.
    country LowCardinality(String),
    -- Primary language subtag, empty when unknown.
    language LowCardinality(String),
    browser LowCardinality(String),
    browser_version LowCardinality(String),
    os LowCardinality(String),
    os_version LowCardinality(String),
    device LowCardinality(String),
    -- Last day the row may be kept; set at ingest from the site's retention (a TTL cannot look it up).
    expires_on Date CODEC(ZSTD(1)),
    -- Position in the collector's journal; proves that a batch is stored exactly once.
    journal_id UInt64 CODEC(ZSTD(1)),
    sequence UInt64 CODEC(DoubleDelta, ZSTD(1)),
    -- Finds a range of the journal without reading the table.
    INDEX journal_position (journal_id, sequence) TYPE minmax GRANULARITY 4
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (site_id, day, timestamp)
TTL expires_on + INTERVAL 1 DAY
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1
