-- Question: which visits may still go on? (open visits are rebuilt from the latest event of every visitor)
-- Parameters: from_second UInt32, seconds since 1970 (UTC), included.
-- Columns: site_id; visitor_id and visit_id UInt64 as text; day as text; timestamp in seconds; then the texts of the
-- visit. A visitor whose events came through several journals has a row for each. Order: none.
WITH latest AS (
    SELECT journal_id, max(sequence)
    FROM events
    WHERE events.day >= toDate(toDateTime({from_second:UInt32}, 'UTC')) - 1
      AND events.timestamp >= toDateTime({from_second:UInt32}, 'UTC')
    GROUP BY site_id, visitor_id, journal_id
)
SELECT
    site_id,
    toString(visitor_id) AS visitor_id,
    toString(visit_id) AS visit_id,
    toString(day) AS day,
    toUnixTimestamp(events.timestamp) AS timestamp,
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
    browser,
    browser_version,
    os,
    os_version,
    device,
    language
FROM events
WHERE events.day >= toDate(toDateTime({from_second:UInt32}, 'UTC')) - 1
  AND events.timestamp >= toDateTime({from_second:UInt32}, 'UTC')
  AND (journal_id, sequence) IN latest
