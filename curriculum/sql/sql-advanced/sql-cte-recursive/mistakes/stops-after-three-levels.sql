-- Stops after three levels
-- One join for each level works for the tree on the table. The next tree is deeper, and whatever lies below the third level is missing, from
-- the rows as well as from the totals. How deep a tree is belongs to the data, so the query must not hold it.
WITH RECURSIVE walk(id, path, depth) AS (
    SELECT id, name, 0 FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, w.path || '/' || c.name, w.depth + 1 FROM walk AS w JOIN categories AS c ON c.parent_id = w.id WHERE w.depth < 2
),
below(top, id) AS (
    SELECT id, id FROM walk
    UNION ALL
    SELECT b.top, w.id FROM below AS b JOIN categories AS c ON c.parent_id = b.id JOIN walk AS w ON w.id = c.id
),
sold(id, amount) AS (SELECT category_id, SUM(amount) FROM sales GROUP BY category_id)
SELECT w.id, w.path, w.depth, COALESCE(MAX(o.amount), 0) AS own, COALESCE(SUM(s.amount), 0) AS total
FROM walk AS w
JOIN below AS b ON b.top = w.id
LEFT JOIN sold AS o ON o.id = w.id
LEFT JOIN sold AS s ON s.id = b.id
GROUP BY w.id, w.path, w.depth
ORDER BY w.path, w.id
