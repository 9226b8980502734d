// A figure as somebody said it: the word that qualifies it is muted, and pressing it tells who said it.
import type { ReactNode } from 'react';
import type { Formats } from '#client/formats.ts';

type Qualified = ReturnType<Formats['flexDate']>;

/** A date, count or amount with its qualifier. */
export function Figure({ value }: { readonly value: Qualified }) {
  return (
    <>
      {value.before !== '' && <span className="q">{value.before}</span>}
      <span className="nowrap">
        {value.figure}
        {value.after !== '' && <span className="q">{value.after}</span>}
      </span>
    </>
  );
}

export interface SlipEntry {
  readonly term: string;
  readonly value: ReactNode;
}

/** `figure` opens a slip of paper that says where it comes from. */
export function Opening({
  figure,
  slip,
  open = false,
}: {
  readonly figure: ReactNode;
  readonly slip: readonly SlipEntry[];
  readonly open?: boolean;
}) {
  return (
    <details className="said" open={open || undefined}>
      <summary>{figure}</summary>
      <Slip entries={slip} />
    </details>
  );
}

/** Where something comes from, in two columns. */
export function Slip({ entries }: { readonly entries: readonly SlipEntry[] }) {
  return (
    <div className="slip">
      <dl>{entries.flatMap(({ term, value }, at) => [<dt key={`${at} term`}>{term}</dt>, <dd key={`${at} value`}>{value}</dd>])}</dl>
    </div>
  );
}
