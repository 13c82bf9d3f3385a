-- Correlated subqueries, no join at all
SELECT * FROM (
    SELECT
        id,
        name,
        (SELECT COUNT(*) FROM orders o WHERE o.customer_id = customers.id
            AND EXISTS (SELECT * FROM items i WHERE i.shop = o.shop AND i.number = o.number)) AS orders,
        (SELECT SUM(i.quantity * i.price) FROM items i, orders o
            WHERE i.shop = o.shop AND i.number = o.number AND o.customer_id = customers.id) AS goods,
        (SELECT COALESCE(SUM(o.shipping), 0) FROM orders o WHERE o.customer_id = customers.id
            AND EXISTS (SELECT * FROM items i WHERE i.shop = o.shop AND i.number = o.number)) AS shipping
    FROM customers
) AS report
WHERE orders > 0
ORDER BY id;
