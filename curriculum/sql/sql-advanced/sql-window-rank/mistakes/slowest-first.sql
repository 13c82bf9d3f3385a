-- Puts the slowest first
-- A big number is a good score in many tables; here it is seconds. Sorted downwards, the window gives place one to the slowest run.
-- Ask what "best" means for the column before you choose a direction.
SELECT category, place, runner, duration, duration - fastest AS gap
FROM (
    SELECT category, runner, duration,
           RANK() OVER (PARTITION BY category ORDER BY duration DESC) AS place,
           MIN(duration) OVER (PARTITION BY category) AS fastest
    FROM runs WHERE duration IS NOT NULL
) AS r
WHERE place <= 3
ORDER BY category, place, runner
