// The bill of a match: lines with their points, what we gain and what they gain apart, and their sum, which is the figure.
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { AsWritten } from '#design/named.tsx';
import { Rich } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import { writtenLanguage } from '#kernel/written-language.ts';
import type { CityMatches } from './client.ts';
import './bill.css';

export type Bill = CityMatches['entries'][number]['sisters'][number]['bill'];
type Line = Bill['sought'][number];

export const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { value }) => sum + value, 0);

/** As they stand in the texts, of both languages in one list: nothing that a browser should translate. Of Chinese words those who do not read them are told what they are. */
const quoted = (words: string): ReactNode => (
  <span translate="no">
    <AsWritten text={words} named={writtenLanguage(words) === 'zh'} />
  </span>
);

/** What a line rests on, in words of both texts, each marked as the language that it is in. */
function useLineWords(topicNames: BillProps['topicNames']): (line: Line) => ReactNode {
  const { t, language } = useText();
  const formats = useFormats();
  const listed = (words: readonly string[]) => words.join(writing[language].enumeration);
  const rest = (part: 'words' | 'wide' | 'near' | 'field' | 'place', own: string, other: string): string =>
    own.toLowerCase() === other.toLowerCase()
      ? t(`matching.${part}_one`, { words: own })
      : t(`matching.${part}_two`, { ours: own, theirs: other });
  return ({ part, ours, theirs, keys }) => {
    if (part === 'topics') return t('matching.topics', { names: listed(topicNames(keys)) });
    if (part === 'market') return t('matching.market', { names: listed(keys.map(formats.countryName)) });
    if (part === 'words' || part === 'wide' || part === 'near' || part === 'field' || part === 'place')
      return <Rich text={rest(part, listed(ours), listed(theirs))} links={[quoted, quoted]} />;
    return t(`matching.${part}`);
  };
}

interface BillProps {
  /** What topics are called, in the order of their own list. */
  readonly topicNames: (keys: readonly string[]) => readonly string[];
  readonly bill: Bill;
  /** The sum of all; null where the page shows no figure. */
  readonly score: number | null;
}

export function BillOf({ topicNames, bill, score }: BillProps) {
  const { t } = useText();
  const words = useLineWords(topicNames);
  const groups = (['sought', 'brought', 'both', 'besides'] as const).filter((group) => bill[group].length > 0);
  const row = (key: string, name: ReactNode, value: number, of: string) => (
    <tr key={key} className={of}>
      <th scope="row">{name}</th>
      {score !== null && <td>{value}</td>}
    </tr>
  );
  return (
    <table className="bill">
      {groups.map((group) => (
        <tbody key={group}>
          <tr className="of">
            <th scope="rowgroup" colSpan={2}>
              {t(`matching.${group}`)}
            </th>
          </tr>
          {bill[group].map((line, at) => row(String(at), words(line), line.value, 'line'))}
          {score !== null && groups.length > 1 && bill[group].length > 1 && row('sum', t('matching.sum'), sumOf(bill[group]), 'sum')}
        </tbody>
      ))}
      {score !== null && <tbody>{row('total', t('matching.total'), score, 'total')}</tbody>}
    </table>
  );
}

/** One middle: what we gain to its left, what they gain to its right; nothing where only one side says what it seeks. */
export function TwoWay({ bill, most }: { readonly bill: Bill; readonly most: number }) {
  const { t } = useText();
  // What holds both ways is half of either.
  const half = sumOf(bill.both) / 2;
  const [ours, theirs] = [Math.round(sumOf(bill.sought) + half), Math.round(sumOf(bill.brought) + half)];
  if (ours === 0 || theirs === 0) return null;
  const share = (value: number): number => (most === 0 ? 0 : (value / most) * 30);
  return (
    <svg className="twoway" viewBox="0 0 64 10" role="img" aria-label={t('matching.two_way', { ours, theirs })}>
      <rect className="ours" x={32 - share(ours)} y="2" width={share(ours)} height="6" />
      <rect className="theirs" x="32" y="2" width={share(theirs)} height="6" />
      <rect className="middle" x="31.5" y="0" width="1" height="10" />
    </svg>
  );
}
