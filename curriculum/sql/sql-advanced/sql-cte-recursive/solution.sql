-- walk: down from the roots, so no cycle is ever entered; below: every pair (node, node at or below it) once.
WITH RECURSIVE
walk(id, path, depth) AS (
    SELECT id, name, 0 FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, w.path || '/' || c.name, w.depth + 1
    FROM walk AS w
    JOIN categories AS c ON c.parent_id = w.id
),
below(top, path, depth, id) AS (
    SELECT id, path, depth, id FROM walk
    UNION ALL
    SELECT b.top, b.path, b.depth, c.id
    FROM below AS b
    JOIN categories AS c ON c.parent_id = b.id
)
SELECT
    b.top AS id,
    b.path,
    b.depth,
    COALESCE(SUM(CASE WHEN b.id = b.top THEN s.amount END), 0) AS own,
    COALESCE(SUM(s.amount), 0) AS total
FROM below AS b
LEFT JOIN sales AS s ON s.category_id = b.id
GROUP BY b.top, b.path, b.depth
ORDER BY b.path, b.top
