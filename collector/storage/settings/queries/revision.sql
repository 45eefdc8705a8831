-- Did anything change? No parameters. Column: revision, a text that differs after every write.
-- A merge of parts may change it too, which costs its reader one needless look at the tables.
SELECT concat(toString(sum(written)), '/', toString(sum(rows))) AS revision
FROM
(
    SELECT sum(version) AS written, count() AS rows FROM sites
    UNION ALL
    SELECT sum(version) AS written, count() AS rows FROM users
    UNION ALL
    SELECT sum(version) AS written, count() AS rows FROM sessions
    UNION ALL
    SELECT sum(version) AS written, count() AS rows FROM api_keys
    UNION ALL
    SELECT sum(version) AS written, count() AS rows FROM setup_links
    UNION ALL
    SELECT sum(version) AS written, count() AS rows FROM memberships
    UNION ALL
    SELECT sum(version) AS written, count() AS rows FROM invitations
    UNION ALL
    SELECT sum(version) AS written, count() AS rows FROM password_resets
    UNION ALL
    SELECT sum(version) AS written, count() AS rows FROM share_links
)
