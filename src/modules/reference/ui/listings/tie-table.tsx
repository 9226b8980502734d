// Ties as a set lists them: which side's entry names the other, what else the set says, and whether the office keeps them.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Gap } from '#design/page.tsx';
import { Figure } from '#design/said.tsx';
import { tiesQueries } from '#modules/ties/ui/client.ts';
import { useClassName } from '#modules/ties/ui/words.tsx';
import type { ListedTie } from '../places/answers.ts';
import '../reference.css';

interface TieTableProps {
  readonly ties: readonly ListedTie[];
  readonly chosen?: ReadonlySet<string>;
  /** Only where ties can be taken over. */
  readonly onChoose?: (tieId: string, on: boolean) => void;
}

export const hasSaid = ({ said }: ListedTie): boolean => said.some(({ since, classCode }) => since !== null || classCode !== null);

export function TieTable({ ties, chosen, onChoose }: TieTableProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const isStated = ties.some(({ listedBy }) => listedBy !== 'unstated');
  const columns: readonly Column<ListedTie>[] = [
    ...(onChoose === undefined
      ? []
      : [
          {
            key: 'choose',
            head: t('reference.choose'),
            silent: true,
            cell: (tie: ListedTie) =>
              tie.isKept === false &&
              tie.mayTake === true && (
                <input
                  type="checkbox"
                  className="pickbox"
                  aria-label={t('reference.choose_tie', { a: naming(tie.cities.a.name), b: naming(tie.cities.b.name) })}
                  checked={chosen?.has(tie.tieId) === true}
                  onChange={(event) => onChoose(tie.tieId, event.target.checked)}
                />
              ),
          },
        ]),
    { key: 'tie', head: t('reference.tie'), naming: true, cell: ({ cities }) => <Ends cities={cities} /> },
    {
      key: 'countries',
      head: t('reference.countries'),
      cell: ({ cities: { a, b } }) => [...new Set([a.country, b.country])].map((code) => formats.countryName(code)).join(' – '),
    },
    ...(isStated ? [{ key: 'listed', head: t('reference.listed'), cell: (tie: ListedTie) => <ListedBy tie={tie} /> }] : []),
    ...(ties.some(hasSaid)
      ? [{ key: 'said', head: t('reference.set_says'), cell: (tie: ListedTie) => (hasSaid(tie) ? <Said tie={tie} /> : '') }]
      : []),
    {
      key: 'rows',
      head: t('reference.rows'),
      end: true,
      cell: ({ rows }) => `${rows.slice(0, ROWS).join(t('reference.comma'))}${rows.length > ROWS ? '…' : ''}`,
    },
    ...(onChoose === undefined ? [] : [{ key: 'kept', head: t('reference.our_register'), cell: (tie: ListedTie) => <Kept tie={tie} /> }]),
  ];
  return (
    <>
      <DataTable
        caption={t('reference.ties')}
        columns={columns}
        rows={ties}
        rowKey={({ tieId }) => tieId}
        rowState={({ tieId }) => (chosen?.has(tieId) === true ? 'chosen' : undefined)}
      />
      {!isStated && <p className="note after">{t('reference.no_side_stated')}</p>}
    </>
  );
}

const ROWS = 4;

function Ends({ cities: { a, b } }: Pick<ListedTie, 'cities'>) {
  return (
    <>
      <Link to="/cities/$slug" params={{ slug: a.slug }}>
        <Named text={a.name} quiet />
      </Link>
      {' – '}
      <Link to="/cities/$slug" params={{ slug: b.slug }}>
        <Named text={b.name} quiet />
      </Link>
    </>
  );
}

/** Whose entry names the other: a set with one side only says so. */
export function ListedBy({ tie: { cities, listedBy } }: { readonly tie: Pick<ListedTie, 'cities' | 'listedBy'> }) {
  const { t } = useText();
  const naming = useNaming();
  if (listedBy === 'unstated') return <span className="muted">{t('reference.side_unstated')}</span>;
  if (listedBy === 'both') return t('reference.both_sides');
  const [from, to] = listedBy === 'a' ? [cities.a, cities.b] : [cities.b, cities.a];
  return t('reference.one_side', { from: naming(from.name), to: naming(to.name) });
}

export function Said({ tie }: { readonly tie: ListedTie }) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(useQuery(tiesQueries.listTieClasses.queryOptions({ input: {} })).data?.entries ?? []);
  return tie.said
    .filter(({ since, classCode }) => since !== null || classCode !== null)
    .slice(0, 2)
    .map(({ since, until, classCode }, at) => (
      <span key={at}>
        {at > 0 && t('reference.choices_between')}
        {classCode !== null && nameOf(classCode)}
        {classCode !== null && since !== null && t('reference.comma')}
        {since !== null && (
          <>
            {t('reference.since')}
            <Gap />
            <Figure value={formats.flexDate(since, 'table')} />
          </>
        )}
        {until !== null && (
          <>
            <Gap />
            {t('reference.until')}
            <Gap />
            <Figure value={formats.flexDate(until, 'table')} />
          </>
        )}
      </span>
    ));
}

function Kept({ tie }: { readonly tie: ListedTie }) {
  const { t } = useText();
  if (tie.isKept !== true)
    return <span className="muted">{t(tie.mayTake === true ? 'reference.not_kept' : 'reference.neither_ours')}</span>;
  return (
    <Link to="/ties/$slug" params={{ slug: tie.slug }}>
      {t('reference.kept')}
    </Link>
  );
}
