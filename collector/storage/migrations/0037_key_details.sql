ALTER TABLE api_keys
    -- What the key is for, in the words of whoever made it.
    ADD COLUMN IF NOT EXISTS name String AFTER key_hash,
    -- Id of the user who made it; empty: the command line did.
    ADD COLUMN IF NOT EXISTS created_by String AFTER scopes,
    -- 1970: never.
    ADD COLUMN IF NOT EXISTS expires_at DateTime('UTC') AFTER created_at
