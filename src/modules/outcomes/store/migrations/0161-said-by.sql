-- Who said it, of what, and where in the source it stands: on every entry of the ledger (docs/decisions/0022).
alter table outcomes.entry
  add column said_by text check (length(said_by) between 1 and 200),
  add column about text check (length(about) between 1 and 300),
  add column passage text check (length(passage) between 1 and 4000),
  add column place text check (length(place) between 1 and 200);
update outcomes.entry e set passage = p.passage from evidence.passages p where p.citing_id = e.id and p.cited_id = e.source_id;
