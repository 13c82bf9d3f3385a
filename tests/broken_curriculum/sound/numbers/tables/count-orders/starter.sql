SELECT name, 0 AS orders
FROM customers
