-- How many sessions each pupil could have attended, and missed, in each week of the school year, so that a report over many pupils need not
-- read every mark. It says nothing that the marks do not say: where it is stale, or was counted from other days on roll, another calendar
-- or before a mark whose day has come, the marks are counted. To have all of it counted anew: update pupil_standing set stale = true.
create table pupil_standing (
    pupil_id    bigint       not null primary key references pupil (id),
    -- A mark has come or changed since it was counted.
    stale       boolean      not null,
    -- The first day of the school year that was counted, and the last day.
    year_from   date         not null,
    counted_to  date         not null,
    -- The first day to come that has a mark already.
    next_mark   date,
    -- Of the days on roll and the calendars.
    basis       varchar(64)  not null,
    -- Two letters a week from the week of the first day: possible sessions and missed ones, a for none, b for one ...
    by_week     varchar(120) not null,
    -- Sessions without a reason yet (N).
    unexplained integer      not null
);

create index pupil_standing_stale on pupil_standing (stale);

insert into pupil_standing (pupil_id, stale, year_from, counted_to, basis, by_week, unexplained)
select p.id, true, date '1900-01-01', date '1900-01-01', '', '', 0 from pupil p
where exists (select 1 from enrolment e where e.pupil_id = p.id);
