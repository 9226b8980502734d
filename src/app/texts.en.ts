// Every English text, joined; a key begins with the name of its module.
import { en as design } from '#design/text.en.ts';
import { en as kernel } from '#kernel/text.en.ts';
import { en as accounts } from '#modules/accounts/text.en.ts';
import { en as accountsUi } from '#modules/accounts/ui/text.en.ts';
import { en as cities } from '#modules/cities/text.en.ts';
import { en as citiesUi } from '#modules/cities/ui/text.en.ts';
import { en as evidence } from '#modules/evidence/text.en.ts';
import { en as evidenceUi } from '#modules/evidence/ui/text.en.ts';
import { en as expos } from '#modules/expos/text.en.ts';
import { en as exposUi } from '#modules/expos/ui/text.en.ts';
import { en as meetingsFiles } from '#modules/meetings/formats/text.en.ts';
import { en as meetingsAgenda } from '#modules/meetings/ui/agenda-text.en.ts';
import { en as meetingsPlans } from '#modules/meetings/ui/plan-text.en.ts';
import { en as meetings } from '#modules/meetings/text.en.ts';
import { en as meetingsUi } from '#modules/meetings/ui/text.en.ts';
import { en as organisations } from '#modules/organisations/text.en.ts';
import { en as organisationsUi } from '#modules/organisations/ui/text.en.ts';
import { en as outcomes } from '#modules/outcomes/text.en.ts';
import { en as outcomesUi } from '#modules/outcomes/ui/text.en.ts';
import { en as reports } from '#modules/reports/text.en.ts';
import { en as reportsUi } from '#modules/reports/ui/text.en.ts';
import { en as ties } from '#modules/ties/text.en.ts';
import { mapEn as tiesMap } from '#modules/ties/ui/map-text.en.ts';
import { en as tiesUi } from '#modules/ties/ui/text.en.ts';
import { en as tiesFiles } from '#modules/ties/formats/text.en.ts';
import { en as files } from '#platform/files/text.en.ts';

export const en = {
  ...kernel,
  ...design,
  ...accounts,
  ...accountsUi,
  ...evidence,
  ...evidenceUi,
  ...cities,
  ...citiesUi,
  ...expos,
  ...exposUi,
  ...organisations,
  ...organisationsUi,
  ...meetings,
  ...meetingsUi,
  ...meetingsAgenda,
  ...meetingsPlans,
  ...meetingsFiles,
  ...ties,
  ...tiesUi,
  ...tiesFiles,
  ...tiesMap,
  ...outcomes,
  ...outcomesUi,
  ...reports,
  ...reportsUi,
  ...files,
} as const;
