-- One row per visit of a finished day, for questions with filters. It has no id and no time: nobody can be told apart by it
-- but through what visits are like. Visits that are alike lie together, which makes them small.
-- By year: of every part a question opens a file per column, and of a small site there is next to nothing in each. Twelve
-- months cost a filtered question about 10,000 events 30 ms, two years' parts 10 ms; a large site's take the same.
CREATE OR REPLACE TABLE sealed_visits
(
    site_id UInt32 CODEC(ZSTD(1)),
    -- The site's local day.
    day Date CODEC(ZSTD(1)),
    -- See seals.
    generation UInt64 CODEC(ZSTD(1)),
    source LowCardinality(String) CODEC(ZSTD(1)),
    channel LowCardinality(String) CODEC(ZSTD(1)),
    referrer LowCardinality(String) CODEC(ZSTD(1)),
    utm_source LowCardinality(String) CODEC(ZSTD(1)),
    utm_medium LowCardinality(String) CODEC(ZSTD(1)),
    utm_campaign LowCardinality(String) CODEC(ZSTD(1)),
    utm_content LowCardinality(String) CODEC(ZSTD(1)),
    utm_term LowCardinality(String) CODEC(ZSTD(1)),
    country LowCardinality(String) CODEC(ZSTD(1)),
    region LowCardinality(String) CODEC(ZSTD(1)),
    region_name LowCardinality(String) CODEC(ZSTD(1)),
    city LowCardinality(String) CODEC(ZSTD(1)),
    city_name LowCardinality(String) CODEC(ZSTD(1)),
    language LowCardinality(String) CODEC(ZSTD(1)),
    browser LowCardinality(String) CODEC(ZSTD(1)),
    browser_version LowCardinality(String) CODEC(ZSTD(1)),
    os LowCardinality(String) CODEC(ZSTD(1)),
    os_version LowCardinality(String) CODEC(ZSTD(1)),
    device LowCardinality(String) CODEC(ZSTD(1)),
    -- 0: the visitor's only visit of the day. Else a number that the visits of one visitor share, given anew in each sealing.
    repeated UInt32 CODEC(ZSTD(1)),
    -- Hour of the start on the site's clock, 0-23.
    start_hour UInt8 CODEC(ZSTD(1)),
    views UInt32 CODEC(T64, ZSTD(1)),
    -- Custom events.
    customs UInt32 CODEC(T64, ZSTD(1)),
    is_bounce UInt8 CODEC(T64, ZSTD(1)),
    seconds UInt32 CODEC(T64, ZSTD(1)),
    entry_page LowCardinality(String) CODEC(ZSTD(1)),
    exit_page LowCardinality(String) CODEC(ZSTD(1)),
    entry_hostname LowCardinality(String) CODEC(ZSTD(1)),
    exit_hostname LowCardinality(String) CODEC(ZSTD(1)),
    -- Every page once that something happened on, and how often what; arrays of the same length.
    pages Array(LowCardinality(String)) CODEC(ZSTD(1)),
    page_views Array(UInt32) CODEC(ZSTD(1)),
    page_customs Array(UInt32) CODEC(T64, ZSTD(1)),
    -- Names of custom events, each once, and how often they came.
    names Array(LowCardinality(String)) CODEC(ZSTD(1)),
    name_events Array(UInt32) CODEC(ZSTD(1)),
    engaged_ms UInt64 CODEC(T64, ZSTD(1)),
    -- Greatest scroll depths of the pages, added up, and of how many they are known.
    scroll_percents UInt32 CODEC(T64, ZSTD(1)),
    scrolled_pages UInt32 CODEC(T64, ZSTD(1)),
    revenue Decimal(18, 3) CODEC(ZSTD(1)),
    revenue_events UInt32 CODEC(ZSTD(1)),
    -- Least and greatest currency, empty without revenue.
    currency_low LowCardinality(String) CODEC(ZSTD(1)),
    currency_high LowCardinality(String) CODEC(ZSTD(1)),
    -- Last day the row may be kept: that of the events it is made of.
    expires_on Date CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toYear(day)
ORDER BY (site_id, day, os, browser, browser_version, device, os_version, country, language, source)
TTL expires_on + INTERVAL 1 DAY
-- A year's file is written anew when visits expire, so once a day is often enough.
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, merge_with_ttl_timeout = 86400
