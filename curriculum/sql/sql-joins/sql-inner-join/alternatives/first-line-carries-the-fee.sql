-- A window number marks one line per order, and only that line carries the fee
SELECT c.id, c.name,
       SUM(CASE WHEN j.nth = 1 THEN 1 ELSE 0 END) AS orders,
       SUM(j.worth) AS goods,
       SUM(CASE WHEN j.nth = 1 AND j.shipping IS NOT NULL THEN j.shipping ELSE 0 END) AS shipping
FROM (
    SELECT o.customer_id, o.shipping, i.quantity * i.price AS worth,
           ROW_NUMBER() OVER (PARTITION BY o.shop, o.number ORDER BY i.product) AS nth
    FROM items AS i
    JOIN orders AS o ON o.number = i.number AND o.shop = i.shop
) AS j
JOIN customers AS c ON c.id = j.customer_id
GROUP BY c.id, c.name
ORDER BY c.id ASC
