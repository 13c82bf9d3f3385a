-- Places and the leader's time are computed in an inner query, because WHERE cannot see them in their own.
SELECT category, place, runner, duration, duration - fastest AS gap
FROM (
    SELECT
        category,
        runner,
        duration,
        RANK() OVER (PARTITION BY category ORDER BY duration) AS place,
        MIN(duration) OVER (PARTITION BY category) AS fastest
    FROM runs
    WHERE duration IS NOT NULL
) AS ranked
WHERE place <= 3
ORDER BY category, place, runner
