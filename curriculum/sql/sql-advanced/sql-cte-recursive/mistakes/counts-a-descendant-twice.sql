-- Reaches the same descendant on two ways
-- The pairs start with each node beside itself and also beside its children, to be sure. The first round then finds the children
-- again, from the node itself, so every category below is in the list twice and enters the total twice. Leaves come out right, and
-- so does own. Each pair has to have exactly one way to arise.
WITH RECURSIVE walk(id, path, depth) AS (
    SELECT id, name, 0 FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, w.path || '/' || c.name, w.depth + 1 FROM walk AS w JOIN categories AS c ON c.parent_id = w.id
),
below(top, id) AS (
    SELECT id, id FROM walk
    UNION ALL
    SELECT w.id, c.id FROM walk AS w JOIN categories AS c ON c.parent_id = w.id
    UNION ALL
    SELECT b.top, c.id FROM below AS b JOIN categories AS c ON c.parent_id = b.id
),
sold(id, amount) AS (SELECT category_id, SUM(amount) FROM sales GROUP BY category_id)
SELECT w.id, w.path, w.depth, COALESCE(MAX(o.amount), 0) AS own, COALESCE(SUM(s.amount), 0) AS total
FROM walk AS w
JOIN below AS b ON b.top = w.id
LEFT JOIN sold AS o ON o.id = w.id
LEFT JOIN sold AS s ON s.id = b.id
GROUP BY w.id, w.path, w.depth
ORDER BY w.path, w.id
