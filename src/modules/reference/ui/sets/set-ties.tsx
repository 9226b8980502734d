// The ties that a set lists: narrowed down, chosen by hand, taken into the office's own register.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { useAddress } from '#client/use-address.ts';
import { Paged } from '#design/notices/paged.tsx';
import { Button } from '#design/button.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { recordingOffice } from '#modules/cities/ui/city/cities-page.tsx';
import { onlys } from '../../domain/doubts.ts';
import { setSearch } from '../address.ts';
import { referenceQueries } from '../client.ts';
import type { ListedTie, ReferenceSet } from '../places/answers.ts';
import { CityFilter } from '../listings/city-filter.tsx';
import { NotTaken } from '../listings/not-taken.tsx';
import { TieTable } from '../listings/tie-table.tsx';
import { useTaking } from '../listings/taking.ts';

/** As many as the server takes at once. */
const MOST = 500;

export function SetTies({ set }: { readonly set: ReferenceSet }) {
  const { t } = useText();
  const formats = useFormats();
  const office = recordingOffice(useSession());
  const search = useAddress(setSearch);
  const navigate = useNavigate({ from: '/reference/$set' });
  const only = search.only === 'not_kept' && office === undefined ? undefined : search.only;
  const q = String(search.q ?? '').trim();
  const among = {
    setId: set.id,
    ...(search.city === undefined ? {} : { city: search.city }),
    ...(search.country === undefined ? {} : { country: search.country }),
    ...(q === '' ? {} : { q }),
    ...(office === undefined ? {} : { office: office.id }),
  };
  const counts = useQuery(referenceQueries.countReferenceTies.queryOptions({ input: among })).data;
  const pages = usePages(
    referenceQueries.listReferenceTies.infiniteOptions(
      paged({
        ...{ ...among, limit: 100 },
        ...(only === undefined ? {} : { only }),
      }),
    ),
  );
  const narrow = (change: Readonly<Record<string, string>>) =>
    void navigate({ search: setSearch({ ...search, ...change }), replace: true });
  const isNarrowed = only !== undefined || search.city !== undefined || search.country !== undefined || q !== '';
  if (set.ties === 0 && !isNarrowed) return null;
  const counted = (key: 'reference.all_ties' | `reference.only_${(typeof onlys)[number]}`, count: number | null | undefined): string =>
    count == null ? t(key) : `${t(key)} ${t('design.in_brackets', { words: formats.number(count) })}`;
  const offered = onlys.filter((one) => one !== 'not_kept' || office !== undefined);
  const nothing = (
    <Empty heading={t('reference.no_tie_fits')}>{t(only === undefined ? 'reference.no_tie_city' : `reference.no_tie_${only}`)}</Empty>
  );
  return (
    <Section title={t('reference.ties')}>
      <div className="filters">
        <SelectField
          name="only"
          label={t('reference.show')}
          options={[
            { value: '', text: counted('reference.all_ties', counts?.all) },
            ...offered.map((one) => ({ value: one, text: counted(`reference.only_${one}`, counts?.[one]) })),
          ]}
          value={only ?? ''}
          onChange={(chosen) => narrow({ only: chosen })}
        />
        <SearchField name="q" label={t('reference.find_tie')} value={q} onSearch={(next) => narrow({ q: next })} />
        <CountryField
          name="country"
          label={t('reference.country')}
          none={t('reference.any_country')}
          value={search.country ?? ''}
          onChange={(country) => narrow({ country })}
        />
        <CityFilter city={search.city ?? null} onChoose={(city) => narrow({ city: city ?? '' })} />
      </div>
      <Paged pages={pages} lines={6} empty={nothing}>
        {(ties) =>
          office === undefined ? (
            <TieTable ties={ties} />
          ) : (
            <Choosing
              key={`${only ?? ''} ${search.city ?? ''} ${search.country ?? ''} ${q}`}
              setId={set.id}
              office={office.id}
              ties={ties}
            />
          )
        }
      </Paged>
    </Section>
  );
}

interface ChoosingProps {
  readonly setId: string;
  readonly office: string;
  readonly ties: readonly ListedTie[];
}

function Choosing({ setId, office, ties }: ChoosingProps) {
  const { t } = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { action, take, refused } = useTaking(setId, office);
  const free = ties.filter(({ isKept, mayTake }) => isKept === false && mayTake === true).map(({ tieId }) => tieId);
  const marked = free.filter((tieId) => chosen.has(tieId)).slice(0, MOST);
  const mark = (tieIds: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const tieId of tieIds) {
      if (on) next.add(tieId);
      else next.delete(tieId);
    }
    setChosen(next);
  };
  const takeMarked = async () => {
    if (await take(marked)) setChosen(new Set());
  };
  return (
    <>
      {free.length > 0 && (
        <div className="btns spaced noprint">
          <Button
            busy={action.busy}
            aria-disabled={marked.length === 0 || undefined}
            onPress={() => marked.length > 0 && void takeMarked()}
          >
            {marked.length === 0 ? t('reference.take_chosen') : t('reference.take_count', { count: marked.length })}
          </Button>
          <Button kind="text" onPress={() => mark(free, marked.length < free.length)}>
            {t(marked.length < free.length ? 'reference.choose_all' : 'reference.choose_none', { count: free.length })}
          </Button>
          <span className="note">{t('reference.take_note')}</span>
        </div>
      )}
      <TroubleNotice trouble={action.trouble} />
      {refused.length > 0 && <NotTaken refused={refused} ties={ties} />}
      <TieTable ties={ties} chosen={chosen} onChoose={(tieId, on) => mark([tieId], on)} />
    </>
  );
}
