-- What an owner wants visitors to do, and filters that have a name; both JSON.
ALTER TABLE sites
    ADD COLUMN IF NOT EXISTS goals String DEFAULT '[]' AFTER settings,
    ADD COLUMN IF NOT EXISTS segments String DEFAULT '{"last_id":0,"segments":[]}' AFTER goals
