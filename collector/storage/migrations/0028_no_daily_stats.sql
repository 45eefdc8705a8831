-- See 0026: of days that are sealed anew.
TRUNCATE TABLE daily_stats
