-- Joins customers by name
-- Names look like keys, and in a small table they are. As soon as two customers share one, each of them gets the orders of both, and
-- the totals over all rows exceed what was sold. A join condition has to use what identifies a row on one side: here the
-- customer's number.
WITH baskets AS (
    SELECT shop, number, SUM(quantity * price) AS goods FROM items GROUP BY shop, number
)
SELECT c.id, c.name, COUNT(*) AS orders, SUM(b.goods) AS goods, SUM(COALESCE(o.shipping, 0)) AS shipping
FROM customers AS c
JOIN orders AS o ON o.customer_name = c.name
JOIN baskets AS b ON b.shop = o.shop AND b.number = o.number
GROUP BY c.id, c.name
ORDER BY c.id
