ALTER TABLE share_links
    -- The segment that it is limited to, as it was then: JSON with name and filters; empty: everything is shown.
    ADD COLUMN IF NOT EXISTS segment String DEFAULT '' AFTER expires_at,
    -- Visitors that a row needs on a day to be counted; 0: none.
    ADD COLUMN IF NOT EXISTS minimum_visitors UInt8 DEFAULT 0 AFTER segment,
    -- Whose pages may show it in a frame, such as https://example.com.
    ADD COLUMN IF NOT EXISTS origins Array(String) DEFAULT [] AFTER minimum_visitors,
    -- What anybody may open by the site's domain: its token is no secret.
    ADD COLUMN IF NOT EXISTS is_public Bool DEFAULT false AFTER origins,
    -- Search engines may list it.
    ADD COLUMN IF NOT EXISTS is_indexed Bool DEFAULT false AFTER is_public
