-- Papers of an office by when they expire.
create index evidence_mark_by_owner on outcomes.evidence_mark (owner_office) where withdrawn_at is null;
