// What every editor of a cell shares: its keys, its focus, and the words under it.
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useText } from '#client/language.ts';
import type { GridRow } from '../../contract/register.ts';
import type { CellValue } from '../../domain/cell-reading.ts';
import type { EditedColumn } from './grid-view.ts';
import type { RefusedText } from './grid-steps.ts';
import type { NamedClass } from '#modules/ties/ui/words.tsx';

export interface CellEditorProps {
  readonly row: GridRow;
  readonly column: EditedColumn;
  readonly classes: readonly NamedClass[];
  /** The letter that began the edit, which stands in place of what was there. */
  readonly typed: string;
  readonly onSave: (cell: CellValue) => void;
  /** Left with a text that cannot be read: the text is kept, with its question, until it is put right or dismissed. */
  readonly onAsk: (text: string, asked: Pick<RefusedText, 'code' | 'params' | 'choices'>) => void;
  readonly onCancel: () => void;
}

/** Enter saves, Escape leaves it as it was; leaving the cell saves, too. */
export const keysOf = (save: () => void, cancel: () => void) => (event: KeyboardEvent) => {
  event.stopPropagation();
  if (event.key === 'Escape') cancel();
  else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    save();
  }
};

export function Hint({ row, column, words }: Pick<CellEditorProps, 'row' | 'column'> & { readonly words?: string }) {
  const { t } = useText();
  const own = { since: row.since, class: row.classCode, status: row.status, note: row.note }[column].own;
  return (
    <div className="cellhint">
      {words !== undefined && <p>{words}</p>}
      <p>
        <kbd>Enter</kbd> {t('desk.enter_saves')} &ensp;<kbd>Esc</kbd> {t('desk.escape_leaves')}
      </p>
      <p>{t('desk.cell_source')}</p>
      {own !== null && own.visibility !== 'private' && (
        <p>{t(own.visibility === 'public' ? 'ties.cell_was_public' : 'ties.cell_was_shared')}</p>
      )}
    </div>
  );
}

/** Escape gives a text up, and the blur that follows is not its leaving; nor is a step into the words under the cell. */
export function useLeaving(onCancel: () => void) {
  const isGivenUp = useRef(false);
  return {
    cancel: () => {
      isGivenUp.current = true;
      onCancel();
    },
    stays: (to: EventTarget | null): boolean => isGivenUp.current || (to instanceof Element && to.closest('.cellhint') !== null),
  };
}

/** The field has the focus, and what is typed goes on behind what stands there. */
export function useFocus<E extends HTMLElement>() {
  const field = useRef<E>(null);
  useEffect(() => {
    const now = field.current;
    now?.focus();
    if (now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement) now.setSelectionRange(now.value.length, now.value.length);
  }, []);
  return field;
}
