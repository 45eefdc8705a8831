-- Question: how many events of a site were not counted on these days, and why? And what else was noted of them?
-- Parameters: site_id UInt32; first and last Date, the site's local days, both included.
-- Columns: day as text, reason, name, count UInt64 as text. Order: by day, most first.
SELECT
    toString(daily_counts.day) AS day,
    reason,
    name,
    toString(sum(daily_counts.count)) AS count
FROM daily_counts
WHERE site_id = {site_id:UInt32}
  AND daily_counts.day BETWEEN {first:Date} AND {last:Date}
GROUP BY daily_counts.day, reason, name
ORDER BY daily_counts.day, sum(daily_counts.count) DESC, reason, name
