SELECT city, COUNT(*) AS n, id
FROM people
GROUP BY city
