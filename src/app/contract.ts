// The whole API as one contract: served, documented and called from this one value.
import { accounts } from '#modules/accounts/contract.ts';
import { cities } from '#modules/cities/contract.ts';
import { desk } from '#modules/desk/contract.ts';
import { evidence } from '#modules/evidence/contract.ts';
import { expos } from '#modules/expos/contract.ts';
import { matching } from '#modules/matching/contract.ts';
import { meetings } from '#modules/meetings/contract.ts';
import { network } from '#modules/network/contract.ts';
import { organisations } from '#modules/organisations/contract.ts';
import { outcomes } from '#modules/outcomes/contract.ts';
import { reference } from '#modules/reference/contract.ts';
import { reports } from '#modules/reports/contract.ts';
import { ties } from '#modules/ties/contract.ts';

export const contract = {
  accounts,
  evidence,
  cities,
  organisations,
  ties,
  reference,
  network,
  expos,
  matching,
  meetings,
  outcomes,
  reports,
  desk,
};
