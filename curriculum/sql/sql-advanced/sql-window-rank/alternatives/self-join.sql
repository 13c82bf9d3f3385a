-- Each run beside the category's best, and those faster by a left join
WITH best AS (SELECT category, MIN(duration) AS top FROM runs GROUP BY category),
kinds AS (SELECT DISTINCT category, duration FROM runs WHERE duration IS NOT NULL),
placed AS (
    SELECT k.category, k.duration, COUNT(f.runner) + 1 AS place
    FROM kinds AS k LEFT JOIN runs AS f ON f.category = k.category AND f.duration < k.duration
    GROUP BY k.category, k.duration
    HAVING COUNT(f.runner) <= 2
)
SELECT r.category AS category, p.place AS place, r.runner AS runner, r.duration AS duration, r.duration - b.top AS gap
FROM runs AS r, placed AS p, best AS b
WHERE p.category = r.category AND p.duration = r.duration AND b.category = r.category
ORDER BY r.category, p.place, r.runner
