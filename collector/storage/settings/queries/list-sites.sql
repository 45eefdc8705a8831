-- Which sites are tracked? No parameters.
-- Columns: id, domain, former_domains as JSON, timezone, settings, goals, segments, annotations, funnels and zone_changes as JSON, created_at in seconds since 1970, version.
SELECT id, domain, former_domains, timezone, settings, goals, segments, annotations, funnels, zone_changes, toUnixTimestamp(created_at) AS created_at_seconds, version
FROM sites FINAL
WHERE deleted = 0
ORDER BY id
