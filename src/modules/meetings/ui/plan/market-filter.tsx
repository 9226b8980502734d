// The board narrowed down to those who offer or look for something, are from somewhere, sell there or are so large: whoever plans sees their meetings alone.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, TextAction } from '#design/button.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { ListingFilters, noFilter, sentFilter } from '#modules/expos/ui/market/listing-filters.tsx';
import { fetchAll } from '../requests/participants.ts';

interface MarketFilter {
  /** Ids of those who fit; null where everybody does. */
  readonly fits: ReadonlySet<string> | null;
  /** Stands among the choices of the board. */
  readonly choices: ReactNode;
  /** How many fit, and the way back to all. */
  readonly note: ReactNode;
}

export function useMarketFilter(editionId: string): MarketFilter {
  const { t } = useText();
  const formats = useFormats();
  const [filter, setFilter] = useState(noFilter);
  const [open, setOpen] = useState(false);
  const chosen = sentFilter(filter);
  const active = Object.keys(chosen).length > 0;
  const found = useQuery({
    queryKey: ['fitting-participants', editionId, chosen],
    queryFn: () => fetchAll(editionId, chosen),
    enabled: active,
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data;
  const fits = useMemo(
    () => (active && found !== undefined ? new Set<string>(found.map(({ participantId }) => participantId)) : null),
    [active, found],
  );
  // The first page brings the countries and regions that occur.
  const countries = useQuery({
    ...exposQueries.listDirectory.queryOptions({ input: { editionId, limit: 1 } }),
    enabled: open,
    throwOnError: true,
  }).data?.countries;
  const choices = open ? (
    <ListingFilters editionId={editionId} countries={countries} value={filter} onChange={setFilter} />
  ) : (
    <Button kind="text" onPress={() => setOpen(true)}>
      {t('meetings.board_filters')}
    </Button>
  );
  const note = fits !== null && (
    <p className="note" role="status">
      {t('meetings.board_filtered', { count: fits.size, number: formats.number(fits.size) })}{' '}
      <TextAction onPress={() => setFilter(noFilter)}>{t('expos.filters_clear')}</TextAction>
    </p>
  );
  return { fits, choices, note };
}
