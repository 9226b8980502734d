// Chinese texts of the pages that everybody reads; the others are loaded by whoever works here.
import { zh as design } from '#design/text.zh.ts';
import { zh as citiesUi } from '#modules/cities/ui/text.zh.ts';
import { zh as evidenceUi } from '#modules/evidence/ui/text.zh.ts';
import { homeZh as exposHome } from '#modules/expos/ui/home-text.zh.ts';
import { zh as outcomesUi } from '#modules/outcomes/ui/text.zh.ts';
import { readerZh as referenceReader } from '#modules/reference/ui/reader-text.zh.ts';
import { zh as reportsUi } from '#modules/reports/ui/text.zh.ts';
import { mapZh as tiesMap } from '#modules/network/ui/map-text.zh.ts';
import { zh as tiesUi } from '#modules/ties/ui/text.zh.ts';

export const zh = {
  ...design,
  ...evidenceUi,
  ...citiesUi,
  ...exposHome,
  ...tiesUi,
  ...tiesMap,
  ...referenceReader,
  ...outcomesUi,
  ...reportsUi,
} as const;
