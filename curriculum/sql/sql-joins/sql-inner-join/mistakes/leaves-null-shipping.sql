-- Leaves NULL where nothing was charged
-- A sum passes over NULLs, which is what you want as long as one number is left. Over nothing but NULLs it is NULL, not 0: a
-- customer whose orders all went without a charge has no shipping at all in your report, and any sum built on it vanishes.
WITH baskets AS (
    SELECT shop, number, SUM(quantity * price) AS goods FROM items GROUP BY shop, number
)
SELECT c.id, c.name, COUNT(*) AS orders, SUM(b.goods) AS goods, SUM(o.shipping) AS shipping
FROM customers AS c
JOIN orders AS o ON o.customer_id = c.id
JOIN baskets AS b ON b.shop = o.shop AND b.number = o.number
GROUP BY c.id, c.name
ORDER BY c.id
