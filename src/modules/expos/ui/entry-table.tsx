// A table that one types in: each row a draft with fields of its own, which can be taken out again.
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import './setup.css';

export interface EntryColumn<D> {
  readonly head: string;
  readonly className?: string;
  /** The column that names the row. */
  readonly naming?: boolean;
  readonly cell: (draft: D, at: number, set: (change: Partial<D>) => void) => ReactNode;
}

interface EntryTableProps<D> {
  readonly caption: string;
  readonly className?: string;
  readonly columns: readonly EntryColumn<D>[];
  readonly drafts: readonly D[];
  readonly onChange: (drafts: readonly D[]) => void;
  readonly removeWords: (draft: D, at: number) => string;
}

export function EntryTable<D extends { readonly key: string }>(props: EntryTableProps<D>) {
  const { caption, className = 'ledger stack entry', columns, drafts, onChange, removeWords } = props;
  const { t } = useText();
  const row = (draft: D, at: number) => {
    const set = (change: Partial<D>) => onChange(drafts.map((other) => (other.key === draft.key ? { ...other, ...change } : other)));
    return (
      <tr key={draft.key}>
        {columns.map(({ head, naming = false, className: look, cell }) =>
          naming ? (
            <th key={head} scope="row">
              {cell(draft, at, set)}
            </th>
          ) : (
            <td key={head} className={look} data-label={head}>
              {cell(draft, at, set)}
            </td>
          ),
        )}
        <td className="num">
          <span className="plainvalue">
            <TextAction aria-label={removeWords(draft, at)} onPress={() => onChange(drafts.filter((other) => other.key !== draft.key))}>
              {t('expos.remove')}
            </TextAction>
          </span>
        </td>
      </tr>
    );
  };
  return (
    <table className={className}>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">
            <span className="hidden">{t('expos.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>{drafts.map(row)}</tbody>
    </table>
  );
}
