// A cell while it is edited: what will be recorded is said under it.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { readTypedDate } from '#reading/dates.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import { yearDoubt } from '../../domain/cell-reading.ts';
import { Hint, keysOf, useFocus, useLeaving, type CellEditorProps } from './cell-field.tsx';
import { ChoiceCell } from './choice-cell.tsx';

export function CellEditor(props: CellEditorProps) {
  if (props.column === 'since') return <DateCell {...props} />;
  return props.column === 'note' ? <NoteCell {...props} /> : <ChoiceCell {...props} />;
}

function DateCell({ row, column, typed, onSave, onAsk, onCancel }: CellEditorProps) {
  const { t } = useText();
  const formats = useFormats();
  const spelt = (date: FlexDate): string => formats.spelt(formats.flexDate(date, 'table'));
  const own = row.since.own?.value ?? null;
  const [text, setText] = useState(typed === '' ? (own === null ? '' : spelt(own)) : typed);
  const field = useFocus<HTMLInputElement>();
  const left = useLeaving(onCancel);
  const read = readTypedDate(text);
  const save = () => {
    if (text.trim() === '') onSave({ attribute: 'established', value: null });
    else if (read.ok && doubt === null) onSave({ attribute: 'established', value: read.value });
  };
  const odd = read.ok && read.value.text !== own?.text ? yearDoubt(read.value, new Date().getFullYear()) : null;
  const asked = odd === null ? null : { ...odd, params: { date: text.trim() } };
  const doubt = text.trim() === '' ? null : read.ok ? asked : read.refusal;
  const { date = '' } = doubt?.params ?? {};
  const [first = '', second = ''] = (doubt?.choices ?? []).map(spelt);
  const words =
    doubt === null
      ? read.ok
        ? formats.spelt(formats.flexDate(read.value))
        : t('desk.year_is_enough')
      : t(doubt.code, { date, first, second });
  return (
    <>
      <input
        ref={field}
        aria-label={t('ties.since')}
        aria-invalid={doubt === null ? undefined : true}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keysOf(save, left.cancel)}
        onBlur={(event) => {
          if (left.stays(event.relatedTarget)) return;
          if (doubt === null) save();
          else {
            const choices = doubt.choices.map((value) => ({ attribute: 'established' as const, value }));
            onAsk(text.trim(), { code: doubt.code, params: doubt.params ?? {}, choices });
          }
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
        aria-label={t('ties.note')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keysOf(save, onCancel)}
        onBlur={save}
      />
      <Hint row={row} column={column} words={t('desk.note_private')} />
    </>
  );
}
