-- More facts of an event. Most are the same for nearly every row and take next to nothing on disk.
ALTER TABLE events
    -- Class of the source, one of a closed list.
    ADD COLUMN IF NOT EXISTS channel LowCardinality(String) CODEC(ZSTD(1)) AFTER source,
    -- ISO 3166-2 code and its name, GeoNames id and its name; empty without a city file.
    ADD COLUMN IF NOT EXISTS region LowCardinality(String) CODEC(ZSTD(1)) AFTER country,
    ADD COLUMN IF NOT EXISTS region_name LowCardinality(String) CODEC(ZSTD(1)) AFTER region,
    ADD COLUMN IF NOT EXISTS city LowCardinality(String) CODEC(ZSTD(1)) AFTER region_name,
    ADD COLUMN IF NOT EXISTS city_name LowCardinality(String) CODEC(ZSTD(1)) AFTER city,
    -- Percent of the page's height, 0-100; 255 is not known.
    ADD COLUMN IF NOT EXISTS scroll_depth UInt8 DEFAULT 255 CODEC(ZSTD(1)) AFTER device,
    -- Time in view and in focus since the last engagement event; below 30 days.
    ADD COLUMN IF NOT EXISTS engaged_ms UInt32 CODEC(ZSTD(1)) AFTER scroll_depth,
    -- Three decimals: the most that an ISO 4217 currency has. Zero without a currency is no revenue.
    ADD COLUMN IF NOT EXISTS revenue_amount Decimal(18, 3) CODEC(ZSTD(1)) AFTER engaged_ms,
    ADD COLUMN IF NOT EXISTS revenue_currency LowCardinality(String) CODEC(ZSTD(1)) AFTER revenue_amount,
    -- Hour of receipt and hash of a server-side caller's Idempotency-Key, so that it is known after a restart; 0 for none.
    ADD COLUMN IF NOT EXISTS idempotency_key UInt64 CODEC(ZSTD(1)) AFTER revenue_currency
