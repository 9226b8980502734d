-- What a take-over of an earlier set-up brought, a mark for each thing, so that undoing it removes that and nothing else.
-- Marks alone: they tell no reader of the edition what the things are.
alter table expos.edition add column taken_over jsonb;
