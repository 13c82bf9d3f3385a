-- Two totals at their own grain, joined at the end
with filled as (
    select shop, number, customer_id, shipping from orders
    where (shop || '/' || number) in (select shop || '/' || number from items)
),
per_customer as (
    select customer_id, count(*) as n, sum(coalesce(shipping, 0)) as fees from filled group by customer_id
),
goods as (
    select f.customer_id, sum(i.quantity * i.price) as worth
    from filled f inner join items i using (shop, number) group by 1
)
select c.ID, c.NAME, p.n as ORDERS, g.worth as GOODS, p.fees as SHIPPING
from customers c, per_customer p, goods g
where p.customer_id = c.id and g.customer_id = c.id
order by 1
