// What a city learned from others and others from it, on its page or on that of a tie; nothing where nothing is on record and nobody could enter it.
import { useQuery } from '@tanstack/react-query';
import { needWorkingTexts } from '#client/language.ts';
import { later } from '#design/notices/later.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { matchingQueries } from '../client.ts';

/** Its words are fetched with it: readers of other pages do without. */
const Lessons = later(async () => {
  await needWorkingTexts();
  return import('./lessons.tsx');
}, 'Lessons');

export interface LessonsOfCityProps {
  readonly cityId: string;
  /** The other city of a tie; left out, all are meant. */
  readonly withCity?: string;
  /** The offices that speak for these cities. */
  readonly desks: readonly (string | null)[];
}

export function LessonsOfCity({ cityId, withCity, desks }: LessonsOfCityProps) {
  const input = { cityId, ...(withCity === undefined ? {} : { withCity }) };
  const { data } = useQuery(matchingQueries.listLessons.queryOptions({ input }));
  const office = useSession()?.offices.find(({ id, role }) => role !== 'viewer' && desks.includes(id))?.id ?? null;
  if (data === undefined || (data.entries.length === 0 && office === null)) return null;
  return <Lessons {...{ cityId, office }} withCity={withCity ?? null} lessons={data.entries} />;
}
