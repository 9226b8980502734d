// Which kind of statement it is: proposed from its words and those of its passage until somebody chooses.
import { useText } from '#client/language.ts';
import { SelectField } from '#design/fields/field.tsx';
import { kindOfWords } from '../domain/kind-of-words.ts';
import { statementKinds, type StatementKind } from '../domain/statement.ts';
import type { SourceDraft } from './source-fields.tsx';

interface KindDraft {
  /** Null as long as nobody has chosen. */
  readonly chosen: StatementKind | null;
  readonly words: string;
  readonly isFigure: boolean;
  /** Where it is said; null where that is our own records. */
  readonly source: SourceDraft | null;
}

export const kindOfDraft = ({ chosen, words, isFigure, source }: KindDraft): StatementKind =>
  chosen ?? kindOfWords(`${words} ${source === null || source.origin === 'own' ? '' : source.passage}`, isFigure);

export function KindField({ draft, onChange }: { readonly draft: KindDraft; readonly onChange: (kind: StatementKind) => void }) {
  const { t } = useText();
  return (
    <SelectField
      name="entries.0.kind"
      label={t('evidence.kind')}
      hint={t('evidence.kind_hint')}
      options={statementKinds.map((kind) => ({ value: kind, text: t(`evidence.kind_${kind}`) }))}
      value={kindOfDraft(draft)}
      onChange={onChange}
    />
  );
}
