-- The same said by the policy that lets rows be read, so that there is one that tells who reads a card: whoever reads the organiser's rows, and only where they act
-- for one of the two sides.
drop policy sides on meetings.card;
alter policy reads on meetings.card using (
  (visibility = 'public' or owner_office = any ((select platform.reads())::uuid[]) or (visibility = 'shared' and shared_with && (select platform.reads())::uuid[]))
  and exists (select from expos.participants p where p.edition_id = card.edition_id and p.id in (card.from_participant, card.to_participant)
    and p.shared_with && (select platform.reads())::uuid[]));
