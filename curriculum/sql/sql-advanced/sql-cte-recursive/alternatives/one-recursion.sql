-- One recursion of (top, node) pairs that carries path and depth along; the rows of the roots give the shape
WITH RECURSIVE reach AS (
    SELECT r.id AS root, r.id AS node, r.name AS path, 0 AS depth FROM categories AS r WHERE r.parent_id IS NULL
    UNION
    SELECT reach.root, c.id, reach.path || '/' || c.name, reach.depth + 1
    FROM reach INNER JOIN categories AS c ON reach.node = c.parent_id
),
under AS (
    SELECT node AS top, node AS node FROM reach
    UNION
    SELECT under.top, c.id FROM under INNER JOIN categories AS c ON under.node = c.parent_id
),
booked AS (
    SELECT u.top, u.node, s.amount FROM under AS u INNER JOIN sales AS s ON s.category_id = u.node WHERE s.amount IS NOT NULL
)
SELECT reach.node AS id, reach.path, reach.depth,
       IFNULL(SUM(CASE WHEN booked.node = booked.top THEN booked.amount ELSE 0 END), 0) AS own,
       IFNULL(SUM(booked.amount), 0) AS total
FROM reach LEFT JOIN booked ON booked.top = reach.node
GROUP BY reach.node, reach.path, reach.depth
ORDER BY reach.path ASC, id ASC
