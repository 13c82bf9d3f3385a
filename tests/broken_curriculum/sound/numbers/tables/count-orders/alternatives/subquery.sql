-- By a subquery
SELECT name, (SELECT COUNT(*) FROM orders WHERE customer = customers.id) AS orders
FROM customers
