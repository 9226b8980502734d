// Every Chinese text, joined; a key begins with the name of its module.
import { zh as design } from '#design/text.zh.ts';
import { zh as kernel } from '#kernel/text.zh.ts';
import { zh as accounts } from '#modules/accounts/text.zh.ts';
import { zh as accountsUi } from '#modules/accounts/ui/text.zh.ts';
import { zh as cities } from '#modules/cities/text.zh.ts';
import { zh as citiesUi } from '#modules/cities/ui/text.zh.ts';
import { zh as evidence } from '#modules/evidence/text.zh.ts';
import { zh as evidenceUi } from '#modules/evidence/ui/text.zh.ts';
import { zh as expos } from '#modules/expos/text.zh.ts';
import { zh as exposUi } from '#modules/expos/ui/text.zh.ts';
import { zh as meetingsFiles } from '#modules/meetings/formats/text.zh.ts';
import { zh as meetingsAgenda } from '#modules/meetings/ui/agenda-text.zh.ts';
import { zh as meetingsPlans } from '#modules/meetings/ui/plan-text.zh.ts';
import { zh as meetings } from '#modules/meetings/text.zh.ts';
import { zh as meetingsUi } from '#modules/meetings/ui/text.zh.ts';
import { zh as organisations } from '#modules/organisations/text.zh.ts';
import { zh as organisationsUi } from '#modules/organisations/ui/text.zh.ts';
import { zh as outcomes } from '#modules/outcomes/text.zh.ts';
import { zh as outcomesUi } from '#modules/outcomes/ui/text.zh.ts';
import { zh as reports } from '#modules/reports/text.zh.ts';
import { zh as reportsUi } from '#modules/reports/ui/text.zh.ts';
import { zh as ties } from '#modules/ties/text.zh.ts';
import { mapZh as tiesMap } from '#modules/ties/ui/map-text.zh.ts';
import { zh as tiesUi } from '#modules/ties/ui/text.zh.ts';
import { zh as tiesFiles } from '#modules/ties/formats/text.zh.ts';
import { zh as files } from '#platform/files/text.zh.ts';

export const zh = {
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
