-- How a site wants its events, and the time zones it has had since its first, both JSON.
ALTER TABLE sites
    ADD COLUMN IF NOT EXISTS settings String DEFAULT '{}' AFTER timezone,
    ADD COLUMN IF NOT EXISTS zone_changes String DEFAULT '[]' AFTER settings
