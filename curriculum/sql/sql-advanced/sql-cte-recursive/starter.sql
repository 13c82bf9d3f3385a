-- One row per category that a root leads to: id, path, depth, own, total.
-- This shows the roots alone, without their sales.
WITH roots AS (
    SELECT id, name FROM categories WHERE parent_id IS NULL
)
SELECT id, name AS path, 0 AS depth, 0 AS own, 0 AS total
FROM roots
ORDER BY path, id
