-- What a person was answered under a key goes with the person when they are erased.
comment on column platform.idempotent_answer.account is 'goes with the person';
