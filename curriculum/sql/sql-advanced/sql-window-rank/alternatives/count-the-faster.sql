-- No window at all: count those who were faster
SELECT a.category AS category,
       1 + (SELECT COUNT(*) FROM runs b WHERE b.category = a.category AND b.duration < a.duration) AS place,
       a.runner AS runner,
       a.duration AS duration,
       a.duration - (SELECT MIN(b.duration) FROM runs b WHERE b.category = a.category) AS gap
FROM runs a
WHERE a.duration > -1
  AND (SELECT COUNT(*) FROM runs b WHERE b.category = a.category AND b.duration < a.duration) < 3
ORDER BY 1, 2, 3
