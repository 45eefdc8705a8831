-- Truncated networks, as daily counters and nowhere else: an owner recognises floods and his own office by them.
-- Never beside a visitor, a time or a User-Agent: network and browser would join days without any key.
CREATE TABLE IF NOT EXISTS networks
(
    site_id UInt32,
    -- The site's local day.
    day Date,
    -- /24 of IPv4 or /48 of IPv6; '(other)' beyond the most that are counted.
    network String,
    events UInt64
)
ENGINE = SummingMergeTree(events)
ORDER BY (site_id, day, network)
TTL day + INTERVAL 7 DAY
SETTINGS non_replicated_deduplication_window = 1000, merge_with_ttl_timeout = 14400
