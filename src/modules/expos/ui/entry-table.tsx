// A table that one types in: each row a draft with fields of its own, which can be taken out again. Of a long one only the rows in sight are drawn.
import { Fragment, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { useRowsWithProblems } from '#design/fields/form.tsx';
import { LeftOut, usePageRows } from '#design/in-sight.tsx';
import './setup.css';

export interface EntryColumn<D> {
  readonly head: string;
  readonly className?: string;
  /** The column that names the row. */
  readonly naming?: boolean;
  readonly cell: (draft: D, at: number, set: (change: Partial<D>) => void) => ReactNode;
}

/** Height of a row in pixels, about. */
const ROW = 52;

interface EntryTableProps<D> {
  readonly caption: string;
  readonly className?: string;
  readonly columns: readonly EntryColumn<D>[];
  readonly drafts: readonly D[];
  /** The path of the rows in what is sent: one that has a problem is drawn wherever the table is scrolled to. */
  readonly name?: string;
  readonly onChange: (drafts: readonly D[]) => void;
  readonly removeWords: (draft: D, at: number) => string;
}

export function EntryTable<D extends { readonly key: string }>(props: EntryTableProps<D>) {
  const { caption, className = 'datatable stack entry', columns, drafts, name, onChange, removeWords } = props;
  const { t } = useText();
  const inSight = usePageRows(drafts.length, ROW, useRowsWithProblems(name));
  const isWhole = inSight.rows.length === drafts.length;
  const row = (draft: D, at: number) => {
    const set = (change: Partial<D>) => onChange(drafts.map((other) => (other.key === draft.key ? { ...other, ...change } : other)));
    return (
      <tr ref={inSight.measure} data-index={at} onFocus={() => inSight.keep(at)} aria-rowindex={isWhole ? undefined : at + 2}>
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
    <table className={className} aria-rowcount={isWhole ? undefined : drafts.length + 1}>
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
      <tbody ref={inSight.list}>
        {inSight.rows.map(({ at, before }) => {
          const draft = drafts[at];
          return draft === undefined ? null : (
            <Fragment key={draft.key}>
              <LeftOut height={before} />
              {row(draft, at)}
            </Fragment>
          );
        })}
        <LeftOut height={inSight.after} />
      </tbody>
    </table>
  );
}
