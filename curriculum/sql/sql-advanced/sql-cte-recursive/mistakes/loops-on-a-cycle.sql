-- Never ends when two categories name each other as parent
-- The pairs for the totals start from every category, also from those that no root leads to. As long as the data is a forest this is only
-- more work. In a cycle each round finds the next member again, so no round is ever empty and the query runs until it is
-- stopped. Start from what the walk has reached, or let a pair that is known not count as new.
WITH RECURSIVE walk(id, path, depth) AS (
    SELECT id, name, 0 FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, w.path || '/' || c.name, w.depth + 1 FROM walk AS w JOIN categories AS c ON c.parent_id = w.id
),
below(top, id) AS (
    SELECT id, id FROM categories
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
