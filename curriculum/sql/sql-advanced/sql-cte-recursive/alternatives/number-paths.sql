-- A path of numbers with a stop at both ends finds the branch by its beginning
WITH RECURSIVE tree(id, path, depth, trail) AS (
    SELECT id, name, 0, '/' || id || '/' FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, t.path || '/' || c.name, t.depth + 1, t.trail || c.id || '/' FROM categories c JOIN tree t ON c.parent_id = t.id
),
valued AS (
    SELECT t.id, t.trail, COALESCE(SUM(s.amount), 0) AS own
    FROM tree t LEFT OUTER JOIN sales s ON s.category_id = t.id
    GROUP BY t.id, t.trail
)
SELECT t.id AS id, t.path AS path, t.depth AS depth, MAX(CASE WHEN v.id = t.id THEN v.own END) AS own, SUM(v.own) AS total
FROM tree t JOIN valued v ON substr(v.trail, 1, length(t.trail)) = t.trail
GROUP BY t.id, t.path, t.depth
ORDER BY t.path, t.id
