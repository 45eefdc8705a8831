-- Whoever had an account until now could do everything.
ALTER TABLE users
    -- Runs this installation: adds sites, and is owner of every one of them.
    ADD COLUMN IF NOT EXISTS is_operator Bool DEFAULT true AFTER password_hash
