-- What people note about days of a site; JSON.
ALTER TABLE sites
    ADD COLUMN IF NOT EXISTS annotations String DEFAULT '{"last_id":0,"annotations":[]}' AFTER segments
