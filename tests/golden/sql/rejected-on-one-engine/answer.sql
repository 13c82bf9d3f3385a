SELECT city, COUNT(*) / 2 * 2 AS n FROM people WHERE city IS NOT NULL GROUP BY city ORDER BY n DESC, city
