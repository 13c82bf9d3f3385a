WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)
SELECT city, COUNT(*) AS n FROM people, numbers GROUP BY city
