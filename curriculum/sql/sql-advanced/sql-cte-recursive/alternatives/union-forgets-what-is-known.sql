-- Pairs from every category, with UNION: a known pair is not new, so cycles end by themselves
with recursive pairs as (
    select id as top, id as node from categories
    union
    select p.top, c.id from pairs p, categories c where c.parent_id = p.node
), tree as (
    select id, name as path, 0 as depth from categories where parent_id is null
    union all
    select c.id, t.path || '/' || c.name, t.depth + 1 from categories c inner join tree t on t.id = c.parent_id
)
select t.ID, t.PATH, t.DEPTH,
       coalesce((select sum(amount) from sales where category_id = t.id), 0) as OWN,
       coalesce((select sum(s.amount) from sales s join pairs p on p.node = s.category_id where p.top = t.id), 0) as TOTAL
from tree t
order by 2, 1;
