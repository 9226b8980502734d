// English texts of the pages that everybody reads; the others are loaded by whoever works here.
import { en as design } from '#design/text.en.ts';
import { en as citiesUi } from '#modules/cities/ui/text.en.ts';
import { en as evidenceUi } from '#modules/evidence/ui/text.en.ts';
import { homeEn as exposHome } from '#modules/expos/ui/home-text.en.ts';
import { en as outcomesUi } from '#modules/outcomes/ui/text.en.ts';
import { readerEn as referenceReader } from '#modules/reference/ui/reader-text.en.ts';
import { en as reportsUi } from '#modules/reports/ui/text.en.ts';
import { mapEn as tiesMap } from '#modules/network/ui/map-text.en.ts';
import { en as tiesUi } from '#modules/ties/ui/text.en.ts';

export const en = {
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
