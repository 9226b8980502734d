-- The area of a stand in m², as its organiser let it; null where nobody has entered it.
alter table expos.stand add column area double precision check (area > 0 and area <= 100000);
