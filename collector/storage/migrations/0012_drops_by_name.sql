-- What was dropped, by a name of a closed or bounded set: the bot, the host name, the referrer's host. Empty for none.
ALTER TABLE drop_counts
    ADD COLUMN IF NOT EXISTS name String CODEC(ZSTD(1)) AFTER reason,
    MODIFY ORDER BY (site_id, day, reason, name)
