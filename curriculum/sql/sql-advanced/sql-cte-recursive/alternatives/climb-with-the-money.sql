-- Each category's sum climbs from where it was sold to every node above it
WITH RECURSIVE
tree AS (
    SELECT id, parent_id, name AS path, 0 AS depth FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, c.parent_id, t.path || '/' || c.name, t.depth + 1 FROM tree t JOIN categories c ON c.parent_id = t.id
),
own AS (
    SELECT t.id, t.parent_id, SUM(CASE WHEN s.amount IS NULL THEN 0 ELSE s.amount END) AS amount
    FROM tree t LEFT JOIN sales s ON s.category_id = t.id GROUP BY t.id, t.parent_id
),
climb AS (
    SELECT id AS source, id AS node, parent_id AS above, amount FROM own
    UNION ALL
    SELECT c.source, t.id, t.parent_id, c.amount FROM climb c JOIN tree t ON t.id = c.above
),
total AS (SELECT node, SUM(amount) AS amount FROM climb GROUP BY node)
SELECT tree.id, tree.path, tree.depth, own.amount AS own, total.amount AS total
FROM tree JOIN own ON own.id = tree.id JOIN total ON total.node = tree.id
ORDER BY tree.path, tree.id
