-- Question: on which days of a site was something noted?
-- Parameters: site_id UInt32; note, a reason of daily_counts.
-- Columns: day as text. Order: by day.
SELECT toString(daily_counts.day) AS day
FROM daily_counts
WHERE site_id = {site_id:UInt32}
  AND reason = {note:String}
GROUP BY daily_counts.day
ORDER BY daily_counts.day
