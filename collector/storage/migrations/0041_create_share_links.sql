-- Links that let anybody who has them look at the statistics of one site.
CREATE TABLE IF NOT EXISTS share_links
(
    -- Short public name, shown in lists.
    id String,
    -- SHA-256 of the token, hex; the token itself is nowhere.
    token_hash String,
    -- What it is for, in the words of whoever made it.
    name String,
    site_id UInt32,
    -- argon2id in PHC form; empty: the link is enough.
    password_hash String,
    -- Id of the user who made it, without whom it is worth nothing; empty: a key of the command line did.
    created_by String,
    created_at DateTime('UTC'),
    -- 1970: never.
    expires_at DateTime('UTC'),
    -- Nanoseconds since 1970 of the write.
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version)
ORDER BY id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
