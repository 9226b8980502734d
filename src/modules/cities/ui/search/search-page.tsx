// What is called so or holds the words: cities, ties, what was agreed and came of them, people; where nothing is, what is called alike.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAddress } from '#client/use-address.ts';
import { DataTable } from '#design/data-table.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Figure } from '#design/said.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { Found } from '../../contract.ts';
import { wordsSearch } from '../address.ts';
import { citiesQueries } from '../client.ts';
import { foundAddress } from './found-address.ts';
import { SearchBox } from './box.tsx';

const MOST = 200;
/** So many ties of a city stand among the finds; the city's page has them all. */
const fewTies = 10;

const kinds = [
  ...(['city', 'tie', 'outcome', 'agreement', 'exchange', 'carrier', 'edition', 'programme'] as const),
  ...(['organisation', 'person', 'statement', 'source', 'entry'] as const),
] as const;

export function SearchPage() {
  const { t } = useText();
  const { q = '' } = useAddress(wordsSearch);
  return (
    <>
      <Title title={q === '' ? t('cities.search') : t('cities.search_for', { words: q })}>{t('cities.search')}</Title>
      <SearchBox q={q} />
      {q === '' ? <p className="note after">{t('cities.search_hint')}</p> : <Results q={q} />}
    </>
  );
}

function Results({ q }: { readonly q: string }) {
  const { t } = useText();
  const { data, error } = useQuery(citiesQueries.search.queryOptions({ input: { q, limit: MOST } }));
  if (error !== null && data === undefined) return <Notice kind="refused">{troubleOf(error).message}</Notice>;
  if (data === undefined) return <Skeleton lines={4} />;
  if (data.entries.length === 0) return <Empty heading={t('cities.nothing_called', { words: q })}>{t('cities.search_hint')}</Empty>;
  const called = data.entries.filter(({ fit }) => fit !== 'near');
  const alike = data.entries.filter(({ fit }) => fit === 'near');
  const found = t(data.entries.length === MOST ? 'cities.found_first' : 'cities.found', { count: called.length });
  return (
    <>
      <p className="lead" role="status">
        {called.length === 0 ? t('cities.only_alike', { words: q }) : found}
      </p>
      <FoundKinds entries={called} />
      {called.length > 0 && alike.length > 0 && (
        <div className="after">
          <p className="lead">{t('cities.also_alike')}</p>
        </div>
      )}
      <FoundKinds entries={alike} />
    </>
  );
}

function FoundKinds({ entries }: { readonly entries: readonly Found[] }) {
  return kinds.map((kind) => (
    <FoundKind key={kind} kind={kind} entries={entries.filter((entry) => entry.kind === kind)} city={meantCity(entries)} />
  ));
}

/** The one city that is called so, if it is one. */
function meantCity(entries: readonly Found[]): Found | null {
  const [only, ...others] = entries.filter(({ kind, fit }) => kind === 'city' && fit === 'whole');
  return only === undefined || others.length > 0 ? null : only;
}

/** Ties of which more is known first, then in the order of the alphabet; of the city that is meant by the other city. */
function useInOrder(city: Found | null): (entries: readonly Found[]) => readonly Found[] {
  const { language } = useText();
  const naming = useNaming();
  const own = city === null ? null : naming(city.label);
  const sortedBy = ({ label }: Found): string => {
    const name = naming(label);
    const ends = name.split(' – ');
    return ends.find((end) => end !== own) ?? name;
  };
  return (entries) => entries.toSorted((a, b) => b.known - a.known || sortedBy(a).localeCompare(sortedBy(b), language));
}

interface FoundKindProps {
  readonly kind: Found['kind'];
  readonly entries: readonly Found[];
  readonly city: Found | null;
}

function FoundKind({ kind, entries, city }: FoundKindProps) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const inOrder = useInOrder(city);
  const whatOf = useWhat();
  if (entries.length === 0) return null;
  const isCut = kind === 'tie' && city !== null && entries.length > fewTies;
  // Cities and what is called alike come best first; ties are many: what came of them, and the other end, is what one looks for.
  const ordered = kind === 'tie' ? inOrder(entries) : entries;
  return (
    <Section
      title={t(`cities.kind_${kind}`)}
      count={entries.length}
      aside={
        isCut && (
          <Link to="/cities/$slug" params={{ slug: city.slug }} hash="ties">
            {t('cities.all_ties_of', { number: formats.number(entries.length), city: naming(city.label) })}
          </Link>
        )
      }
    >
      <DataTable
        caption={t(`cities.kind_${kind}`)}
        brief
        rows={isCut ? ordered.slice(0, fewTies) : ordered}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            head: t('cities.name'),
            naming: true,
            cell: (entry) => (
              <Link {...foundAddress(entry)}>
                <FoundLabel entry={entry} />
              </Link>
            ),
          },
          ...(kind === 'city'
            ? [{ key: 'country', head: t('cities.country'), cell: ({ countryName }: Found) => countryName !== null && naming(countryName) }]
            : []),
          ...(entries.some((entry) => otherNames(entry, naming).length > 0)
            ? [{ key: 'also', head: t('cities.also_called'), cell: (entry: Found) => <AlsoCalled entry={entry} /> }]
            : []),
          ...(entries.some(({ place }) => place !== null)
            ? [
                {
                  key: 'place',
                  head: t('cities.stands_in'),
                  cell: ({ place }: Found) => place !== null && <Named text={place.label} quiet />,
                },
              ]
            : []),
          ...(entries.some((entry) => whatOf(entry) !== '')
            ? [{ key: 'what', head: t(kind === 'tie' ? 'ties.class' : 'outcomes.kind'), cell: (entry: Found) => whatOf(entry) }]
            : []),
          ...(entries.some(({ day }) => day !== null)
            ? [
                {
                  key: 'day',
                  head: t(kind === 'tie' ? 'ties.since' : 'outcomes.occurred'),
                  end: true,
                  nowrap: true,
                  cell: ({ day }: Found) => day !== null && <Figure value={formats.flexDate(day, 'table')} />,
                },
              ]
            : []),
          ...(entries.some(({ isPublic }) => !isPublic)
            ? [
                {
                  key: 'who',
                  head: t('cities.seen_by'),
                  silent: true,
                  cell: ({ isPublic }: Found) =>
                    !isPublic && <VisibilityMark visibility="private">{t('cities.not_public')}</VisibilityMark>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** What was found, as it is called; a statement of a figure says it as figures are written. */
function FoundLabel({ entry: { kind, label } }: { readonly entry: Found }) {
  const formats = useFormats();
  const said = kind === 'statement' ? (label['und']?.text ?? '') : '';
  const [, currency, value] = /^([A-Z]{3} )?(\d+(?:\.\d+)?)$/.exec(said) ?? [];
  if (value === undefined) return <Named text={label} quiet />;
  return (
    <Figure
      value={currency === undefined ? formats.count(value, 'exact') : formats.money({ value, currency: currency.trim() }, 'exact', 'text')}
    />
  );
}

const codeWords = {
  'agreement charter': 'ties.agreement_charter',
  'agreement memorandum': 'ties.agreement_memorandum',
  'agreement programme': 'ties.agreement_programme',
  'exchange visit': 'ties.kind_visit',
  'exchange event': 'ties.kind_event',
  'exchange programme': 'ties.kind_programme',
  'outcome deal': 'outcomes.kind_deal',
  'outcome project': 'outcomes.kind_project',
  'outcome investment': 'outcomes.kind_investment',
  'outcome service': 'outcomes.kind_service',
  'outcome exchange': 'outcomes.kind_exchange',
  'outcome offer_made': 'outcomes.kind_offer_made',
  'statement established': 'ties.attribute_established',
  'statement ended': 'ties.attribute_ended',
  'statement class': 'ties.attribute_class',
  'statement status': 'ties.attribute_status',
  'statement projects': 'ties.attribute_projects',
} as const;
const hasWord = (code: string): code is keyof typeof codeWords => code in codeWords;

/** Of which class a tie is, of which kind an agreement, exchange or outcome; empty where nobody says. */
function useWhat(): (entry: Found) => string {
  const { t } = useText();
  const naming = useNaming();
  return ({ kind, code, what }) => {
    const key = `${kind} ${code ?? ''}`;
    return what !== null ? naming(what) : hasWord(key) ? t(codeWords[key]) : '';
  };
}

/** How it is called in other languages, and by which name it was found where that is another one still. */
function otherNames({ kind, label, term }: Found, naming: ReturnType<typeof useNaming>): readonly string[] {
  // An entry is found by its title, which its label holds.
  if (kind === 'entry') return [];
  const names = Object.values(label).map(({ text }) => text);
  const others = [...(kind === 'city' ? names : []), ...(term === '' || names.includes(term) ? [] : [term])];
  return [...new Set(others.filter((name) => name !== naming(label)))];
}

function AlsoCalled({ entry }: { readonly entry: Found }) {
  return otherNames(entry, useNaming()).map((name, at) => (
    <Fragment key={name}>
      {at > 0 && ' · '}
      <AsWritten text={name} />
    </Fragment>
  ));
}
