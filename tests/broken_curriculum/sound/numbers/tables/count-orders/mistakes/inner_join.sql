-- Loses customers without orders
-- An inner join keeps only rows that have a partner, so who bought nothing is not listed.
SELECT c.name, COUNT(o.id) AS orders
FROM customers c
JOIN orders o ON o.customer = c.id
GROUP BY c.id, c.name
