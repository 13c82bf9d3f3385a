SELECT city, COUNT(*) AS n FROM people WHERE city IS NOT NULL GROUP BY city ORDER BY n DESC, city
