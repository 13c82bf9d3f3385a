-- Adds up the children and stops there
-- A single join from parent to child reaches one level. Grandchildren are nobody's children here, so what they sold is missing from
-- the totals two levels up. With a tree of two levels everything agrees. The totals need the recursion as much as the paths do.
WITH RECURSIVE walk(id, path, depth) AS (
    SELECT id, name, 0 FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, w.path || '/' || c.name, w.depth + 1 FROM walk AS w JOIN categories AS c ON c.parent_id = w.id
),
sold(id, amount) AS (SELECT category_id, SUM(amount) FROM sales GROUP BY category_id)
SELECT w.id, w.path, w.depth, COALESCE(o.amount, 0) AS own,
       COALESCE(o.amount, 0) + COALESCE((SELECT SUM(s.amount) FROM categories AS c JOIN sold AS s ON s.id = c.id WHERE c.parent_id = w.id), 0) AS total
FROM walk AS w
LEFT JOIN sold AS o ON o.id = w.id
ORDER BY w.path, w.id
