// The field that narrows a list of ties down to what is doubtful.
import { useText } from '#client/language.ts';
import { SelectField } from '#design/fields/field.tsx';
import type { DoubtKind } from '../domain/doubts.ts';

type Only = DoubtKind | '';

interface OnlyChoiceProps {
  readonly only: Only;
  readonly onChange: (only: Only) => void;
  readonly options: readonly { readonly value: Only; readonly text: string }[];
}

export function OnlyChoice({ only, onChange, options }: OnlyChoiceProps) {
  const { t } = useText();
  return (
    <div className="filters noprint">
      <SelectField name="only" label={t('ties.only')} value={only} onChange={onChange} options={options} />
    </div>
  );
}
