// The value of a statement in the form of its attribute: a date, a code of a list, a text, a figure.
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { DateField, noDate, type TypedDate } from '#design/fields/date-field.tsx';
import { Fields, SelectField, TextareaField, TextField } from '#design/fields/field.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { qualifiers, type Qualifier } from '#kernel/money.ts';
import type { Tie } from '../contract/shapes.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import type { StatementKind } from '#modules/evidence/domain/statement.ts';
import { endLevels, statuses, tieAttributes, valueTypes, type TieAttribute } from '../domain/attributes.ts';
import { useAttributeName, useCodeName } from './words.tsx';

export interface Draft {
  readonly attribute: TieAttribute;
  readonly code: string;
  /** The date that is stated; of a status since when it holds. */
  readonly date: TypedDate;
  readonly text: MultilingualText;
  readonly count: string;
  readonly qualifier: Qualifier;
  readonly kind: StatementKind | null;
  readonly saidBy: string;
  /** Why a tie stands so: for our own office. */
  readonly reason: string;
  /** Of a class that the office adds with this. */
  readonly className: MultilingualText;
}

/** Instead of the code of a class: one that the office adds. */
export const OWN = 'own class';

export const blank: Draft = {
  ...{
    attribute: 'established',
    code: '',
    date: noDate,
    text: {},
    count: '',
    qualifier: 'exact',
    kind: null,
    saidBy: '',
    reason: '',
    className: {},
  },
};

export const isDated = (attribute: TieAttribute): boolean => valueTypes[attribute] === 'date';
export const isText = (attribute: TieAttribute): boolean => valueTypes[attribute] === 'text';

/** The value in the form of its attribute; what is missing is refused where it is sent. */
export function valueOf({ attribute, code, date, text, count, qualifier }: Draft): StatedValue {
  if (isDated(attribute)) return { type: 'date', date: date.date ?? { text: '', qualifier: 'exact' } };
  if (isText(attribute)) return { type: 'text', text: filledText(text) ?? {} };
  if (attribute === 'projects') return { type: 'count', count, qualifier };
  return { type: 'code', code, ...(attribute === 'status' && date.date !== null ? { since: date.date } : {}) };
}

interface ValueFieldsProps {
  readonly tie: Tie;
  readonly draft: Draft;
  /** What it is about can be chosen. */
  readonly isNew: boolean;
  /** It is our own word: nobody else said it. */
  readonly isAnswer?: boolean;
  readonly onChange: (draft: Draft) => void;
}

const name = 'entries.0.value';

export function ValueFields(props: ValueFieldsProps) {
  const { tie, draft, isNew, isAnswer = false, onChange } = props;
  const { t, language } = useText();
  const attributeName = useAttributeName();
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const field = bind(draft, onChange, 'entries.0.');
  // A reason is entered with the status that it is for.
  const offered = tieAttributes.filter((attribute) => attribute !== 'status_reason' || tie.status[tie.ownSide ?? 'a'] !== null);
  return (
    <>
      {isNew && (
        <SelectField
          name="entries.0.attribute"
          label={t('ties.about')}
          value={draft.attribute}
          onChange={(chosen) =>
            set({ attribute: tieAttributes.find((known) => known === chosen) ?? 'established', code: '', date: noDate, text: {} })
          }
          options={offered.map((attribute) => ({ value: attribute, text: attributeName(attribute, tie.cities) }))}
        />
      )}
      {isDated(draft.attribute) && (
        <DateField
          name={`${name}.date.text`}
          label={attributeName(draft.attribute, tie.cities)}
          value={draft.date}
          onChange={(date) => set({ date })}
        />
      )}
      {valueTypes[draft.attribute] === 'code' && <CodeFields {...props} />}
      {isText(draft.attribute) && (
        <TextareaField
          name={`${name}.text`}
          label={attributeName(draft.attribute, tie.cities)}
          rows={3}
          value={draft.text[language]?.text ?? ''}
          onChange={(text) => set({ text: { ...draft.text, [language]: { text, origin: 'human' } } })}
        />
      )}
      {draft.attribute === 'projects' && <CountFields {...props} />}
      {!isAnswer && <TextField {...field('saidBy')} label={t('ties.said_by')} optional />}
    </>
  );
}

const codesOf = (attribute: TieAttribute, { classes }: Tie): readonly string[] => {
  if (attribute === 'class') return [...classes.map(({ code }) => code), OWN];
  return attribute === 'status' ? statuses : endLevels;
};

function CodeFields({ tie, draft, isNew, onChange }: ValueFieldsProps) {
  const { t } = useText();
  const codeName = useCodeName(tie.classes);
  const attributeName = useAttributeName();
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const field = bind(draft, onChange, `${name}.`);
  const isStatus = draft.attribute === 'status';
  const options = codesOf(draft.attribute, tie).map((code) => ({ value: code, text: code === OWN ? t('ties.own_class') : codeName(code) }));
  return (
    <>
      <SelectField
        {...field('code')}
        label={isStatus ? t('ties.we_say') : attributeName(draft.attribute, tie.cities)}
        options={[{ value: '', text: t('ties.choose') }, ...options]}
      />
      {draft.attribute === 'class' && draft.code === OWN && (
        <MultilingualField
          name="name"
          label={t('ties.class_name')}
          hint={t('ties.class_note')}
          value={draft.className}
          onChange={(className) => set({ className })}
        />
      )}
      {isStatus && (
        <DateField
          name={`${name}.since.text`}
          label={t('ties.status_since')}
          optional
          value={draft.date}
          onChange={(date) => set({ date })}
        />
      )}
      {isStatus && isNew && (
        <TextareaField
          name="entries.1.value.text"
          label={t('ties.attribute_status_reason')}
          hint={t('ties.reason_hint')}
          optional
          rows={2}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
        />
      )}
    </>
  );
}

function CountFields({ draft, onChange }: ValueFieldsProps) {
  const { t } = useText();
  const field = bind(draft, onChange, `${name}.`);
  return (
    <Fields>
      <SelectField
        {...field('qualifier')}
        label={t('ties.how_meant')}
        options={qualifiers.map((known) => ({ value: known, text: t(`evidence.qualifier_${known}`) }))}
      />
      <TextField {...field('count')} short label={t('ties.attribute_projects')} inputMode="numeric" />
    </Fields>
  );
}
