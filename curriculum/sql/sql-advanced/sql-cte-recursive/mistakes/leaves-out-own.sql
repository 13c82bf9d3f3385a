-- Leaves the node's own sales out of its total
-- The pairs hold what lies strictly below a node, so a leaf has a total of nothing although it sold something, and every other node lacks its own
-- part. The total of a branch includes the node the branch hangs on.
WITH RECURSIVE walk(id, path, depth) AS (
    SELECT id, name, 0 FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, w.path || '/' || c.name, w.depth + 1 FROM walk AS w JOIN categories AS c ON c.parent_id = w.id
),
below(top, id) AS (
    SELECT id, id FROM walk
    UNION ALL
    SELECT b.top, c.id FROM below AS b JOIN categories AS c ON c.parent_id = b.id
),
sold(id, amount) AS (SELECT category_id, SUM(amount) FROM sales GROUP BY category_id)
SELECT w.id, w.path, w.depth, COALESCE(MAX(o.amount), 0) AS own,
       COALESCE(SUM(CASE WHEN b.id <> w.id THEN s.amount END), 0) AS total
FROM walk AS w
JOIN below AS b ON b.top = w.id
LEFT JOIN sold AS o ON o.id = w.id
LEFT JOIN sold AS s ON s.id = b.id
GROUP BY w.id, w.path, w.depth
ORDER BY w.path, w.id
