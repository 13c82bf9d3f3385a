-- Group equal times, count those before by a running sum, join back
WITH times AS (
    SELECT category, duration, COUNT(*) AS n FROM runs WHERE duration IS NOT NULL GROUP BY category, duration
),
places AS (
    SELECT category, duration,
           1 + COALESCE(SUM(n) OVER (PARTITION BY category ORDER BY duration ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS place
    FROM times
)
SELECT r.category, p.place, r.runner, r.duration, r.duration - l.duration AS gap
FROM runs AS r
JOIN places AS p ON p.category = r.category AND p.duration = r.duration
JOIN places AS l ON l.category = r.category AND l.place = 1
WHERE p.place <= 3
ORDER BY r.category, p.place, r.runner
