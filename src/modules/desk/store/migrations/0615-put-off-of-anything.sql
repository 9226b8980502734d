-- What is put off is named by its kind and by whatever tells it from others of that kind.
alter table desk.put_off drop constraint put_off_subject_check;
alter table desk.put_off add constraint put_off_subject_check check (length(subject) between 3 and 220);
