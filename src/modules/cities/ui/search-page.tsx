// What is called so: cities, ties, organisations and outcomes; where nothing is, what is called alike.
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { queries } from '#client/api.ts';
import { troubleOf } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Empty, Notice } from '#design/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { Skeleton } from '#design/waiting.tsx';
import type { Found } from '../contract.ts';
import { SearchBox } from './search-box.tsx';

const MOST = 50;

const kinds = ['city', 'tie', 'organisation', 'outcome'] as const;
/** Where each kind of thing has its page; the slug follows. */
const pages: Readonly<Record<Found['kind'], string>> = {
  city: '/cities',
  tie: '/ties',
  organisation: '/organisations',
  outcome: '/outcomes',
};
const addressOf = ({ kind, slug }: Found): string => `${pages[kind]}/${slug}`;

export function SearchPage() {
  const { t } = useText();
  const { q = '' } = useSearch({ from: '/search' });
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
  const { data, error } = useQuery(queries().cities.search.queryOptions({ input: { q, limit: MOST } }));
  if (error !== null && data === undefined) return <Notice kind="refused">{troubleOf(error).message}</Notice>;
  if (data === undefined) return <Skeleton lines={4} />;
  if (data.entries.length === 0) return <Empty heading={t('cities.nothing_called', { words: q })}>{t('cities.search_hint')}</Empty>;
  const near = data.entries.every(({ fit }) => fit === 'near');
  const found = t(data.entries.length === MOST ? 'cities.found_first' : 'cities.found', { count: data.entries.length });
  return (
    <>
      <p className="lead" role="status">
        {near ? t('cities.only_alike', { words: q }) : found}
      </p>
      {kinds.map((kind) => (
        <FoundKind key={kind} kind={kind} entries={data.entries.filter((entry) => entry.kind === kind)} />
      ))}
    </>
  );
}

function FoundKind({ kind, entries }: { readonly kind: Found['kind']; readonly entries: readonly Found[] }) {
  const { t } = useText();
  if (entries.length === 0) return null;
  return (
    <Section title={t(`cities.kind_${kind}`)} count={entries.length}>
      <Rows
        wide
        entries={entries.map((entry) => ({
          key: entry.id,
          when: t(`cities.fit_${entry.fit}`),
          what: (
            <Link to={addressOf(entry)}>
              <Named text={entry.label} quiet />
            </Link>
          ),
          ...detailOf(entry),
          ...(entry.isPublic ? {} : { end: <VisibilityMark visibility="private">{t('cities.not_public')}</VisibilityMark> }),
        }))}
      />
    </Section>
  );
}

/** By which name it was found, where that is not how it is called here. */
function detailOf({ label, term }: Found): { readonly detail?: string } {
  return Object.values(label).some(({ text }) => text === term) ? {} : { detail: term };
}
