ALTER TABLE sessions
    -- Opened with a provider that vouched for a second factor.
    ADD COLUMN IF NOT EXISTS has_provider_factor Bool DEFAULT false AFTER client
