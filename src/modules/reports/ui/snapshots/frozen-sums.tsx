// The sums of a snapshot in the currency of the office that published it, as they were frozen with their rates.
import { needWorkingTexts } from '#client/language.ts';
import { later } from '#design/notices/later.tsx';
import type { TieReport } from '../../contract.ts';

/** Its words are of those who keep rates: everybody else fetches them only where a snapshot has such sums. */
export const ConvertedTable = later(async () => {
  await needWorkingTexts();
  return import('#modules/outcomes/ui/rates/converted-totals.tsx');
}, 'ConvertedTable');

export function FrozenSums({ report: { converted, cities } }: { readonly report: TieReport }) {
  if (converted === undefined) return null;
  return <ConvertedTable converted={converted} cities={[cities.first, cities.second]} publishedBy={converted.office} />;
}
