ALTER TABLE users
    -- JSON: passkeys (WebAuthn) of the user. Public keys, names and counts: nothing in it lets anybody sign in.
    ADD COLUMN IF NOT EXISTS passkeys String DEFAULT '[]' AFTER totp_secret
