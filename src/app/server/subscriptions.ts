// What one module wants to hear of another below it, in the same transaction.
import { keepsOfPeople } from '#modules/accounts/api/own-data.ts';
import { participantContactsOfPeople, registrationsOfPeople } from '#modules/expos/api/own-contacts.ts';
import { contactsOfPeople } from '#modules/organisations/api/own-contacts.ts';
import { beforeSlotsMove } from '#modules/expos/api/move-slots.ts';
import { tellsSteps } from '#modules/expos/api/edition/compare-editions.ts';
import { onOfficesChanged, onRosterChanged } from '#modules/expos/api/settle-audience.ts';
import { cardsOfPeople } from '#modules/meetings/api/agenda/cards.ts';
import { tellsLaterSteps, tellSteps } from '#modules/meetings/api/numbers/count-numbers.ts';
import { queueFollowsRoster } from '#modules/meetings/api/queue/follow-wishes.ts';
import { followOffices } from '#modules/meetings/api/schedule/follow-offices.ts';
import { followUpsOfPeople } from '#modules/outcomes/api/follow-up/own-answers.ts';
import { tellLeads } from '#modules/outcomes/api/leads.ts';
import { tellOutcomes } from '#modules/outcomes/api/tell-happenings.ts';
import { onNamesDecided } from '#modules/cities/api/change-naming.ts';
import { callsFinds } from '#modules/cities/api/search.ts';
import { callTies, indexTiesOf } from '#modules/ties/api/index-tie.ts';
import { travelsOfPeople } from '#modules/ties/api/visit/own-travels.ts';
import { tellsHappenings } from '#modules/ties/api/living.ts';
import { snapshotsOfPeople } from '#modules/reports/api/snapshots/own-names.ts';
import { slotsMayMove } from '#modules/meetings/api/planning/slots-may-move.ts';

onOfficesChanged(followOffices);
onRosterChanged(queueFollowsRoster);
beforeSlotsMove(slotsMayMove);
// Before contacts: by these it is known who travelled.
keepsOfPeople(travelsOfPeople);
keepsOfPeople(contactsOfPeople);
keepsOfPeople(participantContactsOfPeople);
keepsOfPeople(registrationsOfPeople);
keepsOfPeople(cardsOfPeople);
keepsOfPeople(followUpsOfPeople);
keepsOfPeople(snapshotsOfPeople);
tellsHappenings(tellOutcomes);
tellsLaterSteps(tellLeads);
tellsSteps(tellSteps);
onNamesDecided(indexTiesOf);
callsFinds('tie', callTies);
