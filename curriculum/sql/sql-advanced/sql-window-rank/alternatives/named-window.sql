-- A named window, FIRST_VALUE for the leader, CTEs
with finished as (select * from runs where duration is not null),
placed as (
    select category, rank() over w as place, runner, duration, duration - first_value(duration) over w as gap
    from finished
    window w as (partition by category order by duration asc)
)
select category, PLACE, runner, duration, gap from placed where place < 4 order by category asc, place asc, runner asc;
