SELECT c.name, COUNT(*) AS orders
FROM customers c
LEFT JOIN orders o ON o.customer = c.id
GROUP BY c.id, c.name
