-- Times on the same roll under the same reference that ended before the present one: "2025-09-03/2025-10-10 ../2026-01-09", a blank
-- between two of them, ".." where the first day is not known. A pupil who comes back keeps what was counted before.
alter table enrolment add column earlier_stays varchar(20000) default '' not null;
