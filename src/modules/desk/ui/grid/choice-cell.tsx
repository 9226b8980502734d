// A cell that holds one of a few choices: chosen from the list, or typed as a word. A word that is no choice is asked about, not guessed at.
import { useState, type KeyboardEvent } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import type { Option } from '#design/fields/field.tsx';
import { statuses, type Status } from '#modules/ties/domain/attributes.ts';
import type { CellValue } from '../../domain/cell-reading.ts';
import { readChoice } from '../../domain/typed-choice.ts';
import { Hint, keysOf, useFocus, useLeaving, type CellEditorProps } from './cell-field.tsx';
import { useClassName } from '#modules/ties/ui/words.tsx';

const cellOf = (isClass: boolean, value: string): CellValue =>
  isClass
    ? { attribute: 'class', value: value === '' ? null : value }
    : { attribute: 'status', value: statuses.find((status): status is Status => status === value) ?? null };

/** Begins with the list; a letter, whenever it is typed, begins a word. */
export function ChoiceCell(props: CellEditorProps) {
  const { t } = useText();
  const nameOf = useClassName(props.classes);
  const [typed, setTyped] = useState(props.typed);
  const isClass = props.column === 'class';
  const options: readonly Option[] = isClass
    ? props.classes.map(({ code }) => ({ value: code, text: nameOf(code) }))
    : statuses.map((status) => ({ value: status, text: t(`ties.status_${status}`) }));
  const save = (value: string) => props.onSave(cellOf(isClass, value));
  return typed === '' ? (
    <ChosenCell {...props} {...{ isClass, options, save }} onType={setTyped} />
  ) : (
    <WordCell {...props} {...{ isClass, options, save, typed }} />
  );
}

interface PartProps extends CellEditorProps {
  readonly isClass: boolean;
  readonly options: readonly Option[];
  readonly save: (value: string) => void;
}

function ChosenCell({ row, column, isClass, options, save, onType, onCancel }: PartProps & { readonly onType: (letter: string) => void }) {
  const { t } = useText();
  const field = useFocus<HTMLSelectElement>();
  const own = (isClass ? row.classCode.own?.value : row.status.own?.value) ?? '';
  const [chosen, setChosen] = useState<string>(own);
  const keys = (event: KeyboardEvent) => {
    const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isLetter) return keysOf(() => save(chosen), onCancel)(event);
    // The browser would jump to the next choice that begins so, letter by letter.
    event.preventDefault();
    event.stopPropagation();
    onType(event.key);
  };
  return (
    <>
      <select
        ref={field}
        aria-label={t(isClass ? 'ties.class' : 'ties.we_say')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        onKeyDown={keys}
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

function WordCell({ row, column, classes, isClass, options, typed, save, onAsk, onCancel }: PartProps) {
  const { t } = useText();
  const field = useFocus<HTMLInputElement>();
  const [text, setText] = useState(typed);
  const left = useLeaving(onCancel);
  const own = classes.map(({ code, name }) => ({ code, names: Object.values(name).map((word) => word.text) }));
  const read = readChoice(isClass ? 'class' : 'status', text, { options, classes: own });
  const meant = options.find(({ value }) => value === read);
  const trySave = () => {
    if (text.trim() === '') save('');
    else if (read !== null) save(read);
  };
  return (
    <>
      <input
        ref={field}
        aria-label={t(isClass ? 'ties.class' : 'ties.we_say')}
        aria-invalid={read === null && text.trim() !== '' ? true : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keysOf(trySave, left.cancel)}
        onBlur={(event) => {
          if (left.stays(event.relatedTarget)) return;
          if (read !== null) save(read);
          else if (text.trim() === '') onCancel();
          else {
            const code = isClass ? 'desk.paste_class_unknown' : 'desk.paste_status_unknown';
            onAsk(text.trim(), { code, params: {}, choices: options.map(({ value }) => cellOf(isClass, value)) });
          }
        }}
      />
      {meant === undefined && text.trim() !== '' ? (
        <div className="cellhint" role="status">
          <p>{t(isClass ? 'desk.paste_class_unknown' : 'desk.paste_status_unknown', { cell: text.trim() })}</p>
          <p className="btns">
            {options.slice(0, 6).map(({ value, text: name }) => (
              <TextAction key={value} onPress={() => save(value)}>
                {name}
              </TextAction>
            ))}
          </p>
        </div>
      ) : (
        <Hint row={row} column={column} words={meant?.text ?? t('ties.not_stated')} />
      )}
    </>
  );
}
