-- A frame agreement with its dated memoranda, how a paper was signed and until when it is renewed, and what became of each item.
alter table ties.agreement
  -- The agreement under which this one was made, and the earlier one whose work it goes on with.
  add column frame_id uuid references ties.agreement (id),
  add column follows_id uuid references ties.agreement (id),
  -- Languages of the text (BCP-47); where none of them prevails they are equally authentic.
  add column languages text[] not null default '{}' check (cardinality(languages) <= 12),
  add column prevailing text,
  -- Who signed, in the order entered: [{"side": "a", "post": "Mayor"}]. Each side's copy names itself first.
  add column signatories jsonb not null default '[]',
  -- By when the office means to renew it, and what notice the paper asks for.
  add column renew_by jsonb,
  add column notice_months int check (notice_months between 1 and 60),
  add check (frame_id <> id),
  add check (follows_id <> id),
  add check (prevailing is null or prevailing = any (languages));
create index agreement_by_frame on ties.agreement (frame_id) where frame_id is not null;

-- The item of an earlier agreement that this one goes on with.
alter table ties.agreed_item
  add column carried_from uuid references ties.agreed_item (id),
  add check (carried_from <> id);
create index agreed_item_by_carried on ties.agreed_item (carried_from) where carried_from is not null;

-- What proves a side's word: where it is said, and the paper itself.
alter table ties.item_state
  add column source_id uuid,
  add column document_id uuid;
