-- Counts and adds up over the joined rows as they are
-- One row of the three-table join is one line of an order, not one order. Counting rows then counts lines, and adding up shipping
-- takes an order's fee once per line. Only the goods come out right, because they belong to the lines. Say what one row of
-- your join stands for, and which of your three totals belongs to that.
SELECT c.id, c.name, COUNT(*) AS orders, SUM(i.quantity * i.price) AS goods, COALESCE(SUM(o.shipping), 0) AS shipping
FROM customers AS c
JOIN orders AS o ON o.customer_id = c.id
JOIN items AS i ON i.shop = o.shop AND i.number = o.number
GROUP BY c.id, c.name
ORDER BY c.id
