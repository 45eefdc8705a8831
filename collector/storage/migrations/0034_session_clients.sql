-- So that people know their signed-in browsers apart. A session lasts two weeks.
ALTER TABLE sessions
    -- Browser and system; empty: unknown.
    ADD COLUMN IF NOT EXISTS client String AFTER user_id,
    ADD COLUMN IF NOT EXISTS created_at DateTime('UTC') DEFAULT expires_at - INTERVAL 14 DAY AFTER client
