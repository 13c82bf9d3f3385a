-- Numbers distinct times instead of runners
-- Equal times share a place, as they should, but no place is skipped after them. Two winners make the next runner second instead of
-- third, so runners who came in fourth or later reach the podium. Count how many were faster, not how many different times there were.
SELECT category, place, runner, duration, duration - fastest AS gap
FROM (
    SELECT category, runner, duration,
           DENSE_RANK() OVER (PARTITION BY category ORDER BY duration) AS place,
           MIN(duration) OVER (PARTITION BY category) AS fastest
    FROM runs WHERE duration IS NOT NULL
) AS r
WHERE place <= 3
ORDER BY category, place, runner
