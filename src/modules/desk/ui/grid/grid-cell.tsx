// One cell of the grid: its words and marks, and what pressing it does.
import { Link } from '@tanstack/react-router';
import { Fragment, useRef, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { AsWritten, Named } from '#design/named.tsx';
import { Figure } from '#design/said.tsx';
import { markedTitle } from '#kernel/written-language.ts';
import type { Desk, GridRow } from '../../contract/register.ts';
import { SourceCount } from '#modules/ties/ui/doubts.tsx';
import { DomainMarks } from '#modules/ties/ui/domain-row.tsx';
import { seenByUsAlone, sourcesOf } from './grid-model.ts';
import type { GridColumn } from './grid-view.ts';
import { useShortDate } from '../month/desk-words.tsx';
import { useClassName } from '#modules/ties/ui/words.tsx';

export interface GridCellProps {
  readonly desk: Desk;
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly spot: { readonly 'data-spot': string; readonly tabIndex: number };
  readonly isSelected: boolean;
  /** One of several: marked as such. */
  readonly isPicked: boolean;
  readonly isSaving: boolean;
  readonly isRefused: boolean;
  readonly onEdit: () => void;
}

/** A phone has no room for eleven marks that say nothing. */
const isBare = ({ domains, next }: GridRow, column: GridColumn): boolean =>
  (column === 'domains' && domains.every(({ state }) => state === 'empty')) || (column === 'next' && next === null);

const onPhone: readonly GridColumn[] = ['city', 'since', 'domains', 'next'];

export function GridCell({ desk, row, column, spot, isSelected, isPicked, isSaving, isRefused, onEdit }: GridCellProps) {
  const formats = useFormats();
  const wasFocused = useRef(false);
  const looks = [
    column === 'since' ? 'num' : '',
    column === 'note' || column === 'source' ? 'long' : '',
    onPhone.includes(column) && !isBare(row, column) ? '' : 'deskcell',
    isPicked ? 'picked' : '',
    isSaving ? 'saving' : '',
    isRefused ? 'flagged' : '',
  ];
  const className = looks.filter(Boolean).join(' ');
  const rest = {
    ...spot,
    'aria-selected': isSelected,
    'aria-busy': isSaving || undefined,
    'aria-invalid': isRefused || undefined,
    className: className === '' ? undefined : className,
    // Every row is one line high: what is longer is read here, or where it is edited.
    title:
      column === 'note'
        ? (row.note.value ?? undefined)
        : column === 'source'
          ? formats.list(sourcesOf(row).map((title) => markedTitle(title, formats.language))) || undefined
          : undefined,
  };
  if (column === 'city')
    return (
      <th scope="row" {...rest}>
        <Link to="/ties/$slug" params={{ slug: row.slug }} tabIndex={-1} draggable={false}>
          {row.near !== null && (
            <>
              <Named text={row.near.name} quiet /> –{' '}
            </>
          )}
          <Named text={row.city.name} quiet />
        </Link>
      </th>
    );
  return (
    <td
      {...rest}
      onDoubleClick={onEdit}
      // A finger has neither double click nor keys: a second tap on the cell edits it.
      onPointerDown={(event) => (wasFocused.current = event.pointerType === 'touch' && document.activeElement === event.currentTarget)}
      onClick={() => wasFocused.current && onEdit()}
    >
      <CellWords desk={desk} row={row} column={column} />
    </td>
  );
}

/** Where no source is named, what stands in the row is our own word. */
const isOursAlone = (row: GridRow): boolean =>
  sourcesOf(row).length === 0 && [row.since, row.classCode, row.status, row.note].some(({ own }) => own !== null);

/** How many statements say something else, as a mark with its figure. */
function Differing({ count }: { readonly count: number }) {
  const { t } = useText();
  if (count === 0) return null;
  const words = t('evidence.differ', { count });
  return (
    <span className="differs" title={words}>
      {count}
      <span className="hidden"> {words}</span>
    </span>
  );
}

/** Who sees the tie; where a word of ours in its row is ours alone, it is seen in part, and of which column that is. */
function SeenBy({ row }: Pick<GridCellProps, 'row'>) {
  const { t } = useText();
  const formats = useFormats();
  const ours = seenByUsAlone(row);
  const columns = formats.list(ours.map((column) => t(`desk.column_${column}`)));
  return (
    <>
      <VisibilityMark visibility={row.visibility} />
      {ours.length > 0 && (
        <span className="note" title={t('desk.seen_only_ours', { columns })}>
          {' '}
          {t('desk.seen_in_part')}
          <span className="hidden">{t('desk.seen_only_ours', { columns })}</span>
        </span>
      )}
    </>
  );
}

function CellWords({ desk, row, column }: Pick<GridCellProps, 'desk' | 'row' | 'column'>): ReactNode {
  const { t, language } = useText();
  const formats = useFormats();
  const nameOf = useClassName(desk.classes);
  const short = useShortDate(desk.today);
  switch (column) {
    case 'city':
      return null;
    case 'country':
      return formats.countryName(row.city.country);
    case 'class':
      return (
        <>
          {row.classCode.value !== null && nameOf(row.classCode.value)} <Differing count={row.classCode.differing} />
        </>
      );
    case 'since':
      return (
        <>
          {row.since.value !== null && <Figure value={formats.flexDate(row.since.value, 'table')} />}{' '}
          <Differing count={row.since.differing} />
        </>
      );
    case 'status':
      return row.status.value === null ? null : t(`ties.status_${row.status.value}`);
    case 'theirs':
      return row.theirs === null ? null : t(`ties.status_${row.theirs}`);
    case 'last':
      return row.lastExchange === null ? null : <Figure value={formats.flexDate(row.lastExchange.on, 'table')} />;
    case 'domains':
      return <DomainMarks marks={row.domains} />;
    case 'next':
      return row.next === null ? null : (
        <span className={row.next.late ? 'late' : undefined}>
          {short(row.next.on)}{' '}
          {row.next.kind === 'anniversary' ? t('ties.years', { count: row.next.years ?? 0 }) : t(`desk.next_${row.next.kind}`)}
        </span>
      );
    case 'source':
      return (
        <>
          {sourcesOf(row).map((title, at) => (
            <Fragment key={title}>
              {at > 0 && t('ties.comma')}
              <AsWritten text={markedTitle(title, language)} />
            </Fragment>
          ))}
          {isOursAlone(row) && <span className="note">{t('desk.whose_own_records')}</span>} <SourceCount doubts={row.doubts} />
        </>
      );
    case 'seen':
      return <SeenBy row={row} />;
    case 'note':
      return row.note.value;
  }
}
