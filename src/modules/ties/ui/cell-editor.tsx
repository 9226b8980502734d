// A cell while it is edited: what will be recorded is said under it.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { parseFlexDate } from '#kernel/flex-date-reading.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import { statuses, type Status } from '../domain/attributes.ts';
import { longestNote, type CellValue } from '../domain/cell-reading.ts';
import type { GridRow } from '../contract/register.ts';
import type { EditedColumn } from './grid-model.ts';
import { useClassName, type NamedClass } from './words.tsx';

export interface CellEditorProps {
  readonly row: GridRow;
  readonly column: EditedColumn;
  readonly classes: readonly NamedClass[];
  /** The letter that began the edit, which stands in place of what was there. */
  readonly typed: string;
  readonly onSave: (cell: CellValue) => void;
  readonly onCancel: () => void;
}

export function CellEditor(props: CellEditorProps) {
  if (props.column === 'since') return <DateCell {...props} />;
  return props.column === 'note' ? <NoteCell {...props} /> : <ChoiceCell {...props} />;
}

/** Enter saves, Escape leaves it as it was; leaving the cell saves, too. */
const keysOf = (save: () => void, cancel: () => void) => (event: KeyboardEvent) => {
  event.stopPropagation();
  if (event.key === 'Escape') cancel();
  else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    save();
  }
};

function Hint({ row, column, words }: Pick<CellEditorProps, 'row' | 'column'> & { readonly words?: string }) {
  const { t } = useText();
  const own = { since: row.since, class: row.classCode, status: row.status, note: row.note }[column].own;
  return (
    <div className="cellhint">
      {words !== undefined && <p>{words}</p>}
      <p>
        <kbd>Enter</kbd> {t('ties.enter_saves')} &ensp;<kbd>Esc</kbd> {t('ties.escape_leaves')}
      </p>
      <p>{t('ties.cell_source')}</p>
      {own !== null && own.visibility !== 'private' && (
        <p>{t(own.visibility === 'public' ? 'ties.cell_was_public' : 'ties.cell_was_shared')}</p>
      )}
    </div>
  );
}

/** The field has the focus, and what is typed goes on behind what stands there. */
function useFocus<E extends HTMLElement>() {
  const field = useRef<E>(null);
  useEffect(() => {
    const now = field.current;
    now?.focus();
    if (now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement) now.setSelectionRange(now.value.length, now.value.length);
  }, []);
  return field;
}

function DateCell({ row, column, typed, onSave, onCancel }: CellEditorProps) {
  const { t } = useText();
  const formats = useFormats();
  const spelt = (date: FlexDate): string => formats.spelt(formats.flexDate(date, 'table'));
  const own = row.since.own?.value ?? null;
  const [text, setText] = useState(typed === '' ? (own === null ? '' : spelt(own)) : typed);
  const field = useFocus<HTMLInputElement>();
  const read = parseFlexDate(text);
  const save = () => {
    if (text.trim() === '') onSave({ attribute: 'established', value: null });
    else if (read.ok) onSave({ attribute: 'established', value: read.value });
  };
  const doubt = text.trim() === '' || read.ok ? null : read.refusal;
  const { date = '' } = doubt?.params ?? {};
  const [first = '', second = ''] = (doubt?.choices ?? []).map(spelt);
  const words =
    doubt === null
      ? read.ok
        ? formats.spelt(formats.flexDate(read.value))
        : t('ties.year_is_enough')
      : t(doubt.code, { date, first, second });
  return (
    <>
      <input
        ref={field}
        aria-label={t('ties.since')}
        aria-invalid={doubt === null ? undefined : true}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keysOf(save, onCancel)}
        onBlur={(event) => {
          if (event.relatedTarget instanceof Element && event.relatedTarget.closest('.cellhint') !== null) return;
          if (doubt === null) save();
          else onCancel();
        }}
      />
      {doubt !== null && doubt.choices.length > 0 ? (
        <div className="cellhint">
          <p>{words}</p>
          <p className="btns">
            {doubt.choices.map((choice) => (
              <TextAction key={choice.text} onPress={() => onSave({ attribute: 'established', value: choice })}>
                {spelt(choice)}
              </TextAction>
            ))}
          </p>
        </div>
      ) : (
        <Hint row={row} column={column} words={words} />
      )}
    </>
  );
}

function NoteCell({ row, column, typed, onSave, onCancel }: CellEditorProps) {
  const { t } = useText();
  const [text, setText] = useState(typed === '' ? (row.note.own?.value ?? '') : typed);
  const field = useFocus<HTMLTextAreaElement>();
  const save = () => onSave({ attribute: 'note', value: text.trim() === '' ? null : text.trim() });
  return (
    <>
      <textarea
        ref={field}
        rows={Math.min(6, text.split('\n').length)}
        maxLength={longestNote}
        aria-label={t('ties.note')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keysOf(save, onCancel)}
        onBlur={save}
      />
      <Hint row={row} column={column} words={t('ties.note_private')} />
    </>
  );
}

function ChoiceCell({ row, column, classes, onSave, onCancel }: CellEditorProps) {
  const { t } = useText();
  const nameOf = useClassName(classes);
  const field = useFocus<HTMLSelectElement>();
  const isClass = column === 'class';
  const own = (isClass ? row.classCode.own?.value : row.status.own?.value) ?? '';
  const [chosen, setChosen] = useState<string>(own);
  const save = (value: string) => {
    if (isClass) onSave({ attribute: 'class', value: value === '' ? null : value });
    else onSave({ attribute: 'status', value: statuses.find((status): status is Status => status === value) ?? null });
  };
  const options = isClass
    ? classes.map(({ code }) => ({ value: code, text: nameOf(code) }))
    : statuses.map((status) => ({ value: status, text: t(`ties.status_${status}`) }));
  return (
    <>
      <select
        ref={field}
        aria-label={t(isClass ? 'ties.class' : 'ties.we_say')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        onKeyDown={keysOf(() => save(chosen), onCancel)}
        onBlur={() => save(chosen)}
      >
        <option value="">{t('ties.not_stated')}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <Hint row={row} column={column} />
    </>
  );
}
