-- What is sealed. Rows are only added: the latest decides, so that a day becomes sealed, or dirty, at one moment.
CREATE TABLE IF NOT EXISTS seals
(
    site_id UInt32,
    -- The site's local day that the row is about.
    day Date,
    -- Nanoseconds since 1970, rising: of sealed rows, or of the moment at which something changed.
    generation UInt64,
    -- through: every day up to this one is sealed or without events. full: the generation holds the whole day.
    -- delta: it holds what came after the day's raw events had expired. dirty: something changed. removed: its rows are gone.
    kind Enum8('through' = 0, 'full' = 1, 'delta' = 2, 'dirty' = 3, 'removed' = 4),
    -- Raw events that the generation holds.
    events UInt64,
    -- Highest sequence of each journal among them: what comes later is not in it.
    journals Map(UInt64, UInt64),
    made_at DateTime('UTC') DEFAULT now()
)
ENGINE = MergeTree
ORDER BY (site_id, day, generation)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
