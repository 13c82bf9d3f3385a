-- Group the joined rows by order, then by customer
SELECT id, name, COUNT(*) AS orders, SUM(goods) AS goods, COALESCE(SUM(fee), 0) AS shipping
FROM (
    SELECT c.id, c.name, o.shop, o.number, MIN(o.shipping) AS fee, SUM(i.quantity * i.price) AS goods
    FROM orders AS o
    INNER JOIN items AS i ON (i.shop, i.number) = (o.shop, o.number)
    INNER JOIN customers AS c ON c.id = o.customer_id
    GROUP BY c.id, c.name, o.shop, o.number
) AS per_order
GROUP BY id, name
ORDER BY id
