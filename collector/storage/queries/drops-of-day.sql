-- Question: how many events of a site were not counted on this day, and why?
-- Parameters: site_id UInt32; day Date, the site's local day.
-- Columns: reason, count UInt64 as text. Order: most first.
SELECT
    reason,
    toString(sum(drop_counts.count)) AS count
FROM drop_counts
WHERE site_id = {site_id:UInt32}
  AND day = {day:Date}
GROUP BY reason
ORDER BY sum(drop_counts.count) DESC, reason
