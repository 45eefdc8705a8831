-- Days (UTC) on which API keys were used at collectors that write no audit log; the control collector notes them there.
CREATE TABLE IF NOT EXISTS key_uses
(
    -- Short public name of the key.
    key_id String,
    day Date
)
ENGINE = ReplacingMergeTree
ORDER BY (day, key_id)
TTL day + INTERVAL 7 DAY
