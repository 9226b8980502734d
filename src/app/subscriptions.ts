// What one module wants to hear of another below it, in the same transaction.
import { onOfficesChanged } from '#modules/expos/api/settle-audience.ts';
import { followOffices } from '#modules/meetings/api/follow-offices.ts';

onOfficesChanged(followOffices);
