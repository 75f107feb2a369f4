-- The year groups to choose from are read from here, a step for each, not from every pupil.
create index enrolment_by_year on enrolment (year_group);
