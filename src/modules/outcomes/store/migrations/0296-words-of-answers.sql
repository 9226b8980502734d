-- An office may say that it cannot say; who keeps the outcome may stand by its figures, or accept those of the other side.
alter table outcomes.confirmation drop constraint confirmation_verdict_check,
  add constraint confirmation_verdict_check
    check (verdict in ('confirms', 'differs', 'documents', 'verifies', 'withdraws', 'cannot_say', 'maintains'));
-- Of the stage alone, too.
alter table outcomes.confirmation drop constraint confirmation_held_stage_check,
  add constraint confirmation_held_stage_check
    check (held_stage in ('potential', 'intended', 'signed', 'realised', 'lapsed', 'cancelled', 'not_reached', 'never', 'cannot_say'));
