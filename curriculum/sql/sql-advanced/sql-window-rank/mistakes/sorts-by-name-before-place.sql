-- Sorts the runners before the places
-- The rows are right, but inside a category they stand by name instead of by place, so the podium cannot be read off. The order of
-- the terms decides: the first one sorts, each later one only breaks its ties.
SELECT category, place, runner, duration, duration - fastest AS gap
FROM (
    SELECT category, runner, duration,
           RANK() OVER (PARTITION BY category ORDER BY duration) AS place,
           MIN(duration) OVER (PARTITION BY category) AS fastest
    FROM runs WHERE duration IS NOT NULL
) AS r
WHERE place <= 3
ORDER BY category, runner, place
