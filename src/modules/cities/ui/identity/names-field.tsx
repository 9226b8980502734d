// The names of a city while they are being typed: language, name, which kind of name, one a line.
import { languages } from '#kernel/language.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { useFieldId } from '#design/fields/field-id.ts';
import { Doubt, useFieldProblem } from '#design/fields/form.tsx';
import type { City } from '../../contract.ts';
import { nameKinds } from '../../domain/city.ts';
import './names-field.css';

export type NameDraft = City['names'][number];

/** Languages offered for a name: the interface's, then those of many ports; a name in another keeps its own. */
const offered = [
  ...new Set([
    ...languages,
    ...'zh-Hant ar bg bn cs cy da de el es et eu fa fi fr ga gd he hi hr hu id is it ja kk ko lt lv mn ms nb nl pl pt ro ru sk sl sr sv sw th tr uk ur uz vi'.split(
      ' ',
    ),
  ]),
];

export const blankName = (language: string): NameDraft => ({ language, text: '', kind: 'official', origin: 'human' });

interface NamesFieldProps {
  readonly names: readonly NameDraft[];
  readonly onChange: (names: readonly NameDraft[]) => void;
}

export function NamesField({ names, onChange }: NamesFieldProps) {
  const fieldId = useFieldId();
  const { t } = useText();
  const problem = useFieldProblem('names');
  return (
    <fieldset id={fieldId('names')} tabIndex={-1}>
      <legend className="lbl">{t('cities.names')}</legend>
      <p className="note">{t('cities.names_hint')}</p>
      {problem !== undefined && names.length === 0 && <p className="err">{problem}</p>}
      {names.map((name, at) => (
        <NameRow
          key={at}
          at={at}
          name={name}
          onChange={(changed) => onChange(names.map((old, i) => (i === at ? changed : old)))}
          onRemove={() => onChange(names.filter((_, i) => i !== at))}
        />
      ))}
      <Button onPress={() => onChange([...names, blankName('')])}>{t('cities.add_name')}</Button>
    </fieldset>
  );
}

interface NameRowProps {
  readonly at: number;
  readonly name: NameDraft;
  readonly onChange: (name: NameDraft) => void;
  readonly onRemove: () => void;
}

function NameRow({ at, name, onChange, onRemove }: NameRowProps) {
  const { t } = useText();
  const formats = useFormats();
  const languages = [...new Set([...(name.language === '' ? [''] : []), ...offered, name.language])];
  const languageName = (tag: string): string => (tag === '' ? t('cities.choose') : formats.languageName(tag));
  return (
    <div className="namerow">
      <SelectField
        name={`names.${at}.language`}
        label={t('cities.language')}
        value={name.language}
        onChange={(language) => onChange({ ...name, language })}
        options={languages.map((value) => ({ value, text: languageName(value) }))}
      />
      <Doubt name={`names.${at}.language`} message={name.language === '' ? t('cities.choose_language') : undefined} />
      <TextField
        name={`names.${at}.text`}
        label={t('cities.name')}
        lang={name.language}
        value={name.text}
        onChange={(text) => onChange({ ...name, text, origin: 'human' })}
      />
      <SelectField
        name={`names.${at}.kind`}
        label={t('cities.name_kind')}
        value={name.kind}
        onChange={(kind) => onChange({ ...name, kind })}
        options={nameKinds.map((kind) => ({ value: kind, text: t(`cities.name_${kind}`) }))}
      />
      <Button
        kind="text"
        aria-label={t('cities.remove_name', { name: name.text === '' ? languageName(name.language) : name.text })}
        onPress={onRemove}
      >
        {t('cities.remove')}
      </Button>
    </div>
  );
}
