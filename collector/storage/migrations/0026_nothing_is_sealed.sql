-- Sealed visits move to another table: the days are sealed again from their events, which answer until then.
TRUNCATE TABLE seals
