// What is selected, said to everybody, and what can be done with it without knowing the keys.
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { sizeOf, type GridRange } from './grid-range.ts';

interface SelectionBarProps {
  readonly range: GridRange;
  readonly onCopy: () => void;
  /** Null where nothing may be changed. */
  readonly onFill: (() => void) | null;
  readonly onClear: (() => void) | null;
  /** Changes the ties of the selected rows together. */
  readonly onTogether: (() => void) | null;
}

export function SelectionBar({ range, onCopy, onFill, onClear, onTogether }: SelectionBarProps) {
  const { t } = useText();
  const { rows, columns } = sizeOf(range);
  const many = rows * columns > 1;
  return (
    <div className={many ? 'picking noprint' : 'picking none noprint'}>
      <p role="status">{many && t('desk.selected', { rows, columns })}</p>
      {many && (
        <span className="btns">
          {onTogether !== null && rows > 1 && <Button onPress={onTogether}>{t('desk.change_together', { count: rows })}</Button>}
          <Button onPress={onCopy}>{t('desk.copy_cells')}</Button>
          {onFill !== null && <Button onPress={onFill}>{t('desk.fill_down')}</Button>}
          {onClear !== null && <Button onPress={onClear}>{t('desk.clear_cells')}</Button>}
        </span>
      )}
    </div>
  );
}
