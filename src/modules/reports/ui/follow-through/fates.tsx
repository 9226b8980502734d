// Fates drawn as a water level, and tables of them: unknown keeps its width wherever it stands.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { percentsOf } from '#kernel/percents.ts';
import { fates, sumOf, type Tally } from '#modules/outcomes/domain/follow-through/announcement.ts';
import type { AnnouncementsSearch, ShownFate } from './address.ts';
import './fates.css';

/** The name `unknown` is a word's that nobody stated. */
const lookOf = (fate: ShownFate): string => (fate === 'unknown' ? 'unk' : fate);

/** The look of one fate, beside its word. */
export const FateMark = ({ fate }: { readonly fate: ShownFate }) => <span className={`fate ${lookOf(fate)}`} aria-hidden="true" />;

/** Kept, partly, not, unknown; beside it its figures stand. */
export function FateBar({ tally, big = false }: { readonly tally: Tally; readonly big?: boolean }) {
  return (
    <span className={big ? 'fates big' : 'fates'} aria-hidden="true">
      {fates.map((fate) => tally[fate] > 0 && <i key={fate} className={lookOf(fate)} style={{ flexGrow: tally[fate] }} />)}
    </span>
  );
}

/** Of which only a total is known: dashed, as wide as any. */
export function UnknownBar({ big = false }: { readonly big?: boolean }) {
  const { t } = useText();
  return (
    <span className={big ? 'fates big' : 'fates'}>
      <i className="unk say" style={{ flexGrow: 1 }}>
        {t('reports.ft_unknown_all')}
      </i>
    </span>
  );
}

/** The one big bar, with its figures above it. */
export function FatesAtLarge({ tally }: { readonly tally: Tally }) {
  const { t } = useText();
  const formats = useFormats();
  const percents = percentsOf(fates.map((fate) => tally[fate]));
  const shown = fates
    .map((fate, at) => ({ fate, percent: formats.percent((percents[at] ?? 0) / 100) }))
    .filter(({ fate }) => tally[fate] > 0);
  return (
    <div className="after" role="img" aria-label={t('reports.ft_bar', { ...tally, total: sumOf(tally) })}>
      <ul className="fatenames" aria-hidden="true">
        {shown.map(({ fate, percent }) => (
          <li key={fate} style={{ flexGrow: tally[fate] }}>
            <b>{formats.number(tally[fate])}</b>
            <small>{t('reports.ft_with_percent', { word: t(`reports.ft_${fate}`), percent })}</small>
          </li>
        ))}
      </ul>
      <FateBar tally={tally} big />
    </div>
  );
}

/** What each look means. */
export function FateKey() {
  const { t } = useText();
  return (
    <p className="fatekey">
      {fates.map((fate) => (
        <span key={fate}>
          <FateMark fate={fate} />
          {t(`reports.ft_${fate}`)}
        </span>
      ))}
    </p>
  );
}

export interface CountProps {
  readonly slug: string;
  readonly count: number;
  readonly search: AnnouncementsSearch;
}

/** A figure that leads to what it counts. */
export function Count({ slug, count, search }: CountProps) {
  const formats = useFormats();
  if (count === 0) return formats.number(count);
  return (
    <Link to="/editions/$slug/follow-through/announcements" params={{ slug }} search={search}>
      {formats.number(count)}
    </Link>
  );
}

export interface FatedRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly tally: Tally;
  /** Where its figures lead; null: nowhere. */
  readonly count: ((fate: ShownFate | null, count: number) => ReactNode) | null;
  readonly cells?: readonly ReactNode[];
  readonly isSum?: boolean;
}

interface FatedTableProps {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly FatedRow[];
  /** Heads of what stands behind the fates. */
  readonly more?: readonly string[];
}

/** Rows of fates with their bars; on a phone each bar stands above its four figures. */
export function FatedTable({ caption, head, rows, more = [] }: FatedTableProps) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <table className="datatable fated">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="num">
            {t('reports.ft_announced_head')}
          </th>
          <th scope="col">
            <span className="hidden">{t('reports.ft_became')}</span>
          </th>
          {fates.map((fate) => (
            <th key={fate} scope="col" className="num">
              {t(`reports.ft_head_${fate}`)}
            </th>
          ))}
          {more.map((name) => (
            <th key={name} scope="col" className="num">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, tally, count, cells = [], isSum = false }) => {
          const told = (fate: ShownFate | null, number: number): ReactNode => count?.(fate, number) ?? formats.number(number);
          return (
            <tr key={key} className={isSum ? 'sum' : undefined}>
              <th scope="row">{name}</th>
              <td className="num full" data-label={t('reports.ft_announced_head')}>
                {told(null, sumOf(tally))}
              </td>
              <td className="barcell">
                <FateBar tally={tally} />
              </td>
              {fates.map((fate) => (
                <td key={fate} className="num" data-label={t(`reports.ft_head_${fate}`)}>
                  {told(fate, tally[fate])}
                </td>
              ))}
              {more.map((label, at) => (
                <td key={label} className="num full" data-label={label}>
                  {cells[at]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
