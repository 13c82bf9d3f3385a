-- Items are brought to one row per order first; then one row of the join is one order.
WITH baskets AS (
    SELECT shop, number, SUM(quantity * price) AS goods
    FROM items
    GROUP BY shop, number
)
SELECT
    c.id,
    c.name,
    COUNT(*) AS orders,
    SUM(b.goods) AS goods,
    SUM(COALESCE(o.shipping, 0)) AS shipping
FROM orders AS o
JOIN baskets AS b ON b.shop = o.shop AND b.number = o.number
JOIN customers AS c ON c.id = o.customer_id
GROUP BY c.id, c.name
ORDER BY c.id
