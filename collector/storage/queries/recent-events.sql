-- Question: which events were received lately? (open visits are rebuilt from them)
-- Parameters: from_second UInt32, seconds since 1970 (UTC), included.
-- Columns: RECORD_FIELDS in their order; timestamp in seconds, 64-bit ids and days as text.
-- Order: as received.
SELECT
    site_id,
    toString(day) AS day,
    toUnixTimestamp(events.timestamp) AS timestamp,
    name,
    toString(visitor_id) AS visitor_id,
    toString(visit_id) AS visit_id,
    hostname,
    page,
    interactive,
    prop_keys,
    prop_values,
    source,
    channel,
    referrer,
    utm_source,
    utm_medium,
    utm_campaign,
    utm_content,
    utm_term,
    country,
    region,
    region_name,
    city,
    city_name,
    language,
    browser,
    browser_version,
    os,
    os_version,
    device,
    scroll_depth,
    engaged_ms,
    toString(revenue_amount) AS revenue_amount,
    revenue_currency,
    toString(idempotency_key) AS idempotency_key,
    toString(expires_on) AS expires_on
FROM events
WHERE events.day >= toDate(toDateTime({from_second:UInt32}, 'UTC')) - 1
  AND events.timestamp >= toDateTime({from_second:UInt32}, 'UTC')
ORDER BY events.timestamp, events.sequence
