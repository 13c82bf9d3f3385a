-- Row numbers first, then the smallest number among equal times
SELECT category, place, runner, duration, duration - leader AS gap
FROM (
    SELECT *, MIN(nth) OVER (PARTITION BY category, duration) AS place, MIN(duration) OVER (PARTITION BY category) AS leader
    FROM (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY category ORDER BY duration NULLS LAST, runner) AS nth
        FROM runs
    ) AS numbered
) AS shared
WHERE duration IS NOT NULL AND place IN (1, 2, 3)
ORDER BY category, place, runner
