-- A release of a plan keeps the whole schedule (its snapshot); a change keeps only what it moved, so that it costs as much as what changed.
-- The schedule as of a release is the last snapshot with what was moved since.

-- Every meeting that a change concerns: where it stood before and where it stands after; null: nowhere.
alter table meetings.release add column moved jsonb;
alter table meetings.release alter column snapshot drop not null;

with spot as (
  select r.edition_id, r.number, m #>> '{meeting,id}' as meeting_id,
    jsonb_build_object('slotId', m -> 'slotId', 'placeId', m -> 'placeId', 'interpreterId', m -> 'interpreterId') as at
  from meetings.release r cross join jsonb_array_elements(r.snapshot -> 'meetings') m
)
update meetings.release r set snapshot = null, moved = (
  select coalesce(jsonb_agg(jsonb_build_object('meetingId', meeting_id, 'before', b.at, 'after', a.at) order by meeting_id), '[]')
  from (select * from spot s where s.edition_id = r.edition_id and s.number = r.number - 1) b
  full join (select * from spot s where s.edition_id = r.edition_id and s.number = r.number) a using (meeting_id)
  where b.at is distinct from a.at)
where r.kind = 'change';

alter table meetings.release add constraint release_keeps check ((kind = 'plan') = (snapshot is not null) and (kind = 'change') = (moved is not null));

-- That there is a new release is for whoever takes part in the edition, as the list of participants is: asked of the edition, and not copied into each row.
create policy takes_part on meetings.release_notice for select to hansa_app
  using (edition_id = any ((select expos.joined())::uuid[]));
alter table meetings.release_notice drop constraint release_notice_visibility_check;
update meetings.release_notice set shared_with = '{}', visibility = 'private';
alter table meetings.release_notice add constraint release_notice_visibility_check check (visibility = 'private');
alter table meetings.release_notice alter column visibility set default 'private';
