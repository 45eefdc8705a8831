-- A count whose insert was repeated after a time-out must be added once: tokens need a window to be remembered.
ALTER TABLE drop_counts MODIFY SETTING non_replicated_deduplication_window = 1000
