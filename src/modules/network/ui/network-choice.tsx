// What the pages of the network know of their reader: the own city, and that what an office keeps for itself is among the rest.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useText } from '#client/language.ts';
import { Note } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { citiesQueries } from '#modules/cities/ui/client.ts';

/** Where no city is chosen yet, goes to the one that the reader's office keeps, if there is one. */
export function useOwnCity(city: string | undefined, onFound: (slug: string) => void): void {
  const steward = useSession()?.offices.find(({ kind }) => kind === 'city')?.id;
  const options = citiesQueries.listCities.queryOptions({ input: { steward: steward ?? '', limit: 1 } });
  const slug = useQuery({ ...options, enabled: city === undefined && steward !== undefined }).data?.entries[0]?.slug;
  useEffect(() => {
    if (city === undefined && slug !== undefined) onFound(slug);
  });
}

/** Said beside what an office sees and may save as a file: what not everybody may see is drawn, too. */
export function OwnAmongThem({ shown }: { readonly shown: boolean }) {
  const { t } = useText();
  return shown ? <Note>{t('network.own_among_them')}</Note> : null;
}
