-- Steps that an owner has given a name to, in order; JSON.
ALTER TABLE sites
    ADD COLUMN IF NOT EXISTS funnels String DEFAULT '{"last_id":0,"funnels":[]}' AFTER annotations
