-- The counters hold notes about counted events too, such as how many values were screened: reason is one of either list.
RENAME TABLE IF EXISTS drop_counts TO daily_counts
