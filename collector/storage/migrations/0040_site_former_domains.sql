ALTER TABLE sites
    -- JSON: domains that the site had before it was renamed, each with the second since 1970 until which it names the site.
    ADD COLUMN IF NOT EXISTS former_domains String DEFAULT '[]' AFTER domain
