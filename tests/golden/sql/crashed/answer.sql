SELECT city, COUNT(*) AS n FROM people WHERE COUNT(*) > 0 GROUP BY city
