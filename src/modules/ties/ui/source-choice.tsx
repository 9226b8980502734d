// Where an entry is said: for a new one our records of today unless another source is named; for one on record its source until another takes its place.
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { Unknown } from '#design/marks.tsx';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import { ownSource, sourceIsDoubtful, SourceFields, sourceOfDraft, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import type { AgreementShown } from '../contract/shapes.ts';

/** null: the one on record stays. */
export type ChosenSource = SourceDraft | null;

/** Where a form begins: `isNew` entries have no source yet. */
export const firstSource = (isNew: boolean): ChosenSource => (isNew ? ownSource : null);

export const choiceIsDoubtful = (chosen: ChosenSource): boolean => chosen !== null && sourceIsDoubtful(chosen);

/** As sent: nothing where the source stays; our records of today as the class that they are. */
export const sentSource = (chosen: ChosenSource) =>
  chosen === null ? {} : { source: sourceOfDraft(chosen) ?? { class: 'own_records' as const } };

interface SourceChoiceProps {
  readonly name: string;
  readonly office: string;
  /** The source on record; null where none is stated. */
  readonly before: AgreementShown['source'];
  readonly value: ChosenSource;
  readonly onChange: (value: ChosenSource) => void;
}

export function SourceChoice({ name, office, before, value, onChange }: SourceChoiceProps) {
  const { t } = useText();
  if (value !== null) return <SourceFields name={name} office={office} value={value} onChange={onChange} />;
  return (
    <p>
      <span className="lbl">{t('evidence.source')}</span>{' '}
      {before === null ? <Unknown>{t('ties.not_stated')}</Unknown> : <SourceName source={before} />}{' '}
      <TextAction onPress={() => onChange(ownSource)}>{t('ties.name_source')}</TextAction>
    </p>
  );
}
