-- Asks for the place in the same WHERE
-- WHERE chooses rows before any window is computed, so the place it asks for does not exist yet, and the engines refuse. The
-- condition reads well, which is why it is tried so often. Compute first, and filter in a query around it.
SELECT category,
       RANK() OVER (PARTITION BY category ORDER BY duration) AS place,
       runner,
       duration,
       duration - MIN(duration) OVER (PARTITION BY category) AS gap
FROM runs
WHERE duration IS NOT NULL AND RANK() OVER (PARTITION BY category ORDER BY duration) <= 3
ORDER BY category, place, runner
