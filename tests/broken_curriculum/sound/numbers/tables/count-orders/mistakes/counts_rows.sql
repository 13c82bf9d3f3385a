-- Counts rows instead of orders
-- The star counts the row that an outer join adds, so who bought nothing appears with 1.
SELECT c.name, COUNT(*) AS orders
FROM customers c
LEFT JOIN orders o ON o.customer = c.id
GROUP BY c.id, c.name
