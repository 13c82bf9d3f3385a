SELECT city, COUNT(*) AS n
FROM people
WHER city IS NOT NULL
GROUP BY city
