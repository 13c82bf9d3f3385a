-- Mends the fan-out by DISTINCT inside the sum
-- Repeated fees disappear, so the inflated total shrinks and often becomes right. But DISTINCT removes equal values, not
-- repeated orders: two orders that were charged the same amount are one value, and one of them is lost. Remove the repetition
-- where it arises, in the rows.
SELECT c.id, c.name, COUNT(DISTINCT o.shop || '#' || o.number) AS orders, SUM(i.quantity * i.price) AS goods,
       COALESCE(SUM(DISTINCT o.shipping), 0) AS shipping
FROM customers AS c
JOIN orders AS o ON o.customer_id = c.id
JOIN items AS i ON i.shop = o.shop AND i.number = o.number
GROUP BY c.id, c.name
ORDER BY c.id
