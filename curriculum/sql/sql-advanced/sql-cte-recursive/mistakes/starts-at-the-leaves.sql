-- Starts at the leaves and climbs
-- The walk begins with categories that have no children and follows the parents upwards. It does find whole paths, but only those of the leaves:
-- everything in between appears in somebody's path and never as a row of its own. Start where every row can be reached from.
WITH RECURSIVE climb(leaf, id, path, depth) AS (
    SELECT id, parent_id, name, 0 FROM categories
    WHERE id NOT IN (SELECT parent_id FROM categories WHERE parent_id IS NOT NULL)
    UNION ALL
    SELECT k.leaf, c.parent_id, c.name || '/' || k.path, k.depth + 1 FROM climb AS k JOIN categories AS c ON c.id = k.id
),
sold(id, amount) AS (SELECT category_id, SUM(amount) FROM sales GROUP BY category_id)
SELECT k.leaf AS id, k.path, k.depth, COALESCE(s.amount, 0) AS own, COALESCE(s.amount, 0) AS total
FROM climb AS k LEFT JOIN sold AS s ON s.id = k.leaf
WHERE k.id IS NULL
ORDER BY k.path, k.leaf
