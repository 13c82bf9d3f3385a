-- Count the distinct keys, and take the fees from a table of distinct orders
WITH lines AS (
    SELECT o.customer_id AS who, o.shop AS shop, o.number AS number, o.shipping AS fee, i.quantity * i.price AS worth
    FROM orders AS o CROSS JOIN items AS i
    WHERE o.shop = i.shop AND o.number = i.number
),
fees AS (
    SELECT who, SUM(fee) AS fees FROM (SELECT DISTINCT who, shop, number, fee FROM lines) AS d GROUP BY who
)
SELECT c.id AS id, MIN(c.name) AS name, COUNT(DISTINCT l.number || ' of ' || l.shop) AS orders, SUM(l.worth) AS goods, IFNULL(MIN(f.fees), 0) AS shipping
FROM lines AS l JOIN customers AS c ON c.id = l.who JOIN fees AS f ON f.who = l.who
GROUP BY c.id
ORDER BY c.id
