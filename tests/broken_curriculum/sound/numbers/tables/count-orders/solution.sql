SELECT c.name, COUNT(o.customer) AS orders
FROM customers c
LEFT JOIN orders o ON o.customer = c.id
GROUP BY c.id, c.name
