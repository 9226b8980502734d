// Texts that did not go into their cells: each with its place, what was wanted, why not, and what it may have meant.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, TextAction } from '#design/button.tsx';
import { useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { dateDoubts } from '#reading/dates.ts';
import type { CellValue } from '../../domain/cell-reading.ts';
import type { RefusedText } from './grid-steps.ts';
import { useClassName, type NamedClass } from '#modules/ties/ui/words.tsx';

/** Every code that a cell can be refused with; what else comes is said in general. */
const known = [
  ...dateDoubts,
  'kernel.too_long',
  'kernel.forbidden',
  'design.offline',
  'ties.not_kept',
  'ties.class_unknown',
  'ties.begins_years_ahead',
  'desk.cell_read_by_others',
  'desk.cell_not_edited',
  'desk.cell_outside',
  'desk.paste_class_unknown',
  'desk.paste_status_unknown',
] as const;

/** The value of a cell as its readers write it. */
export function useCellWords(classes: readonly NamedClass[]): (cell: CellValue) => string {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(classes);
  return (cell) => {
    if (cell.value === null) return t('ties.not_stated');
    if (cell.attribute === 'established') return formats.spelt(formats.flexDate(cell.value, 'table'));
    if (cell.attribute === 'class') return nameOf(cell.value);
    return cell.attribute === 'status' ? t(`ties.status_${cell.value}`) : cell.value;
  };
}

function useReason(cellWords: (cell: CellValue) => string): (refused: RefusedText) => string {
  const { t } = useText();
  return ({ code, params, text, choices }) => {
    if (code === 'kernel.stale') return t('desk.undo_refused');
    const key = known.find((one) => one === code);
    if (key === undefined) return t('desk.cell_refused');
    const [first = '', second = ''] = choices.map(cellWords);
    const { date = text, max = 0 } = params;
    return t(key, { cell: text, date, first, second, max });
  };
}

interface CellRefusalsProps {
  readonly refused: readonly RefusedText[];
  readonly classes: readonly NamedClass[];
  /** Answers once it is done, so that what was pressed shows that it is under way. */
  readonly onChoose: (refused: RefusedText, cell: CellValue) => unknown;
  readonly onDismiss: () => void;
}

export function CellRefusals({ refused, classes, onChoose, onDismiss }: CellRefusalsProps) {
  const { t } = useText();
  const naming = useNaming();
  const cellWords = useCellWords(classes);
  const reason = useReason(cellWords);
  const place = ({ row, column }: RefusedText): string => {
    const city = row === null ? t('desk.below_the_last') : naming(row.city.name);
    return column === null ? city : t('desk.cell_of', { city, column: t(`desk.column_${column}`) });
  };
  return (
    <Notice
      kind="refused"
      live
      heading={t('desk.cells_refused', { count: refused.length })}
      actions={<Button onPress={onDismiss}>{t('desk.paste_done')}</Button>}
    >
      <ul className="refusals">
        {refused.map((one, at) => (
          <li key={at}>
            <b>{place(one)}</b> {one.text !== '' && !reason(one).includes(one.text) && t('desk.pasted_text', { text: one.text })}{' '}
            {reason(one)}{' '}
            {one.row !== null &&
              one.choices.slice(0, 6).map((choice) => (
                <TextAction key={JSON.stringify(choice)} onPress={() => onChoose(one, choice)}>
                  {cellWords(choice)}
                </TextAction>
              ))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
