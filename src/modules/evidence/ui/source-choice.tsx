// Where an entry is said: for a new one our records of today unless another source is named; for one on record its source until another takes its place.
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { Unknown } from '#design/marks.tsx';
import type { StatementShape } from '../contract/shapes.ts';
import { SourceName } from './said.tsx';
import { ownSource, SourceFields, sourceOfDraft, type SourceDraft } from './source-fields.tsx';

/** null: the one on record stays. */
export type ChosenSource = SourceDraft | null;

/** Where a form begins: `isNew` entries have no source yet. */
export const firstSource = (isNew: boolean): ChosenSource => (isNew ? ownSource : null);

/** As sent: nothing where the source stays; our records of today as the class that they are. */
export const sentSource = (chosen: ChosenSource) =>
  chosen === null ? {} : { source: sourceOfDraft(chosen) ?? { class: 'own_records' as const } };

interface SourceChoiceProps {
  readonly name: string;
  readonly office: string;
  /** The source on record; null where none is stated. */
  readonly before: StatementShape['source'] | null;
  readonly value: ChosenSource;
  readonly onChange: (value: ChosenSource) => void;
}

export function SourceChoice({ name, office, before, value, onChange }: SourceChoiceProps) {
  const { t } = useText();
  if (value !== null) return <SourceFields name={name} office={office} value={value} onChange={onChange} />;
  return (
    <p>
      <span className="lbl">{t('evidence.source')}</span>{' '}
      {before === null ? <Unknown>{t('evidence.source_not_stated')}</Unknown> : <SourceName source={before} />}{' '}
      <TextAction onPress={() => onChange(ownSource)}>{t(before === null ? 'evidence.cite_source' : 'evidence.cite_another')}</TextAction>
    </p>
  );
}
