ALTER TABLE users
    -- Secret of codes by time, base32; empty: no second factor.
    ADD COLUMN IF NOT EXISTS totp_secret String AFTER password_hash,
    -- SHA-256 of recovery codes that were not used yet, hex.
    ADD COLUMN IF NOT EXISTS recovery_hashes Array(String) AFTER totp_secret
