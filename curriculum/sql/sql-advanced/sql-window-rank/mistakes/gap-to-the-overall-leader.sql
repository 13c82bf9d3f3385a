-- Measures the gap to the fastest of all
-- The places are counted inside the category, but the best time is taken over the whole table, so only the category of the overall
-- winner has right gaps. Each of the two windows has to say for itself which rows belong together.
SELECT category, place, runner, duration, duration - fastest AS gap
FROM (
    SELECT category, runner, duration,
           RANK() OVER (PARTITION BY category ORDER BY duration) AS place,
           MIN(duration) OVER () AS fastest
    FROM runs WHERE duration IS NOT NULL
) AS r
WHERE place <= 3
ORDER BY category, place, runner
