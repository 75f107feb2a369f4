-- A standing of an earlier school year, or one that leaves out a mark whose day has come, is counted anew without reading all of them.
create index pupil_standing_year on pupil_standing (year_from);
create index pupil_standing_next_mark on pupil_standing (next_mark);
