-- Breaks ties by a row number
-- Every row gets a number of its own, so of two equal times one is second and the other third, and of three runners on place three only
-- one is shown. Who that is depends on nothing they did. The rule says that equal times share a place.
SELECT category, place, runner, duration, duration - fastest AS gap
FROM (
    SELECT category, runner, duration,
           ROW_NUMBER() OVER (PARTITION BY category ORDER BY duration, runner) AS place,
           MIN(duration) OVER (PARTITION BY category) AS fastest
    FROM runs WHERE duration IS NOT NULL
) AS r
WHERE place <= 3
ORDER BY category, place, runner
