-- Keeps customers who bought nothing
-- With left joins everybody stays, with zeros. That is another report: this one lists customers with at least one order that
-- holds something. An inner join drops whoever has no partner, and here that is wanted.
WITH baskets AS (
    SELECT shop, number, SUM(quantity * price) AS goods FROM items GROUP BY shop, number
)
SELECT c.id, c.name, COUNT(b.number) AS orders, COALESCE(SUM(b.goods), 0) AS goods,
       COALESCE(SUM(CASE WHEN b.number IS NOT NULL THEN o.shipping END), 0) AS shipping
FROM customers AS c
LEFT JOIN orders AS o ON o.customer_id = c.id
LEFT JOIN baskets AS b ON b.shop = o.shop AND b.number = o.number
GROUP BY c.id, c.name
ORDER BY c.id
