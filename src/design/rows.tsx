// Lists that read like a timetable, and facts in two columns.
import type { ReactNode } from 'react';

export interface RowEntry {
  readonly key: string;
  /** Its place on the page, where something leads to it. */
  readonly id?: string;
  readonly when: ReactNode;
  /** The time calls for a person now. */
  readonly late?: boolean;
  readonly what: ReactNode;
  readonly detail?: ReactNode;
  /** At the end of the row: a count, a mark, an action. */
  readonly end?: ReactNode;
}

/** when · what and detail · end. `wide` for dates and long labels in the first column. */
export function Rows({
  entries,
  wide = false,
  label,
}: {
  readonly entries: readonly RowEntry[];
  readonly wide?: boolean;
  readonly label?: string;
}) {
  return (
    <ul className={wide ? 'rows wide' : 'rows'} aria-label={label}>
      {entries.map(({ key, id, when, late = false, what, detail, end }) => (
        <li key={key} id={id}>
          <span className={late ? 'when late' : 'when'}>{when}</span>
          <div className="what">
            {what}
            {detail !== undefined && <small>{detail}</small>}
          </div>
          {end !== undefined && <div className="act">{end}</div>}
        </li>
      ))}
    </ul>
  );
}

export interface DayEntry {
  readonly key: string;
  readonly time: ReactNode;
  readonly what: ReactNode;
  readonly where?: ReactNode;
  readonly state?: ReactNode;
  /** Past is quiet, here is the one that is next. */
  readonly position?: 'past' | 'here' | 'ahead';
}

/** One person's day on a phone. */
export function DayRows({ entries, label }: { readonly entries: readonly DayEntry[]; readonly label?: string }) {
  return (
    <ol className="dayrows" aria-label={label}>
      {entries.map(({ key, time, what, where, state, position = 'ahead' }) => (
        <li key={key} className={position === 'ahead' ? undefined : position}>
          <span className="when">{time}</span>
          <div>
            {position === 'here' ? <b>{what}</b> : what}
            {where !== undefined && <small>{where}</small>}
          </div>
          <span className="nowrap">{state}</span>
        </li>
      ))}
    </ol>
  );
}

export interface Fact {
  readonly term: ReactNode;
  readonly value: ReactNode;
  readonly end?: boolean;
}

export function Facts({ entries }: { readonly entries: readonly Fact[] }) {
  return (
    <dl className="facts">
      {/* Two parties of one role stand under the same word: the place is the key. */}
      {entries.map(({ term, value, end = false }, at) => (
        <FactPair key={at} term={term} value={value} end={end} />
      ))}
    </dl>
  );
}

function FactPair({ term, value, end }: Required<Fact>) {
  return (
    <>
      <dt>{term}</dt>
      <dd className={end ? 'num' : undefined}>{end ? <b>{value}</b> : value}</dd>
    </>
  );
}
