-- another way to the same rows
SELECT city, n FROM (SELECT city, SUM(1) AS n FROM people GROUP BY city) AS counted WHERE city IS NOT NULL ORDER BY n DESC, city;
