-- A card is read and changed on the organiser's behalf by the two sides of its meeting alone: who works for neither finds none, the organiser's own people included.
create policy sides on meetings.card as restrictive for all to hansa_app using (
  exists (select from expos.participants p where p.edition_id = card.edition_id and p.id in (card.from_participant, card.to_participant)
    and p.shared_with && (select platform.reads())::uuid[]));
