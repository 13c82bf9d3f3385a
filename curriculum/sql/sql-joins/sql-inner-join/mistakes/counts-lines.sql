-- Counts lines instead of orders
-- The goods and the fees are right, but the count is taken over joined rows, and there an order stands once for each of its
-- lines. It looks right as long as every order has a single line. Count at the level where one row is one order.
WITH fees AS (
    SELECT o.customer_id, SUM(COALESCE(o.shipping, 0)) AS shipping
    FROM orders AS o
    WHERE EXISTS (SELECT 1 FROM items AS i WHERE i.shop = o.shop AND i.number = o.number)
    GROUP BY o.customer_id
)
SELECT c.id, c.name, COUNT(*) AS orders, SUM(i.quantity * i.price) AS goods, MAX(f.shipping) AS shipping
FROM customers AS c
JOIN fees AS f ON f.customer_id = c.id
JOIN orders AS o ON o.customer_id = c.id
JOIN items AS i ON i.shop = o.shop AND i.number = o.number
GROUP BY c.id, c.name
ORDER BY c.id
