ALTER TABLE users
    -- Issuer of the OpenID Connect provider that the person signs in with; empty: none. Then password_hash may be empty.
    ADD COLUMN IF NOT EXISTS provider_issuer String AFTER recovery_hashes,
    -- The provider's own name for the person.
    ADD COLUMN IF NOT EXISTS provider_subject String AFTER provider_issuer
