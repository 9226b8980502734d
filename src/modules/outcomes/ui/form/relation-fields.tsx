// What an outcome has to do with, and how: related to, or the result of it. Each can be taken off, others of the tie added.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { useFieldId } from '#design/fields/field-id.ts';
import { useFieldProblem } from '#design/fields/form.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { tiesQueries } from '#modules/ties/ui/client.ts';
import type { Outcome } from '../../contract/shapes.ts';
import { relations } from '../../domain/attribution.ts';

export type RelationDraft = Pick<Outcome['attributions'][number], 'subjectKind' | 'subjectId' | 'relation' | 'title'>;

export interface RelationFieldsProps {
  readonly value: readonly RelationDraft[];
  /** Addresses of the ties whose agreements and exchanges are offered. */
  readonly tie: string | null;
  readonly onChange: (value: readonly RelationDraft[]) => void;
}

export function RelationFields({ value, tie, onChange }: RelationFieldsProps) {
  const fieldId = useFieldId();
  const { t } = useText();
  const naming = useNaming();
  const offered = useOffered(tie).filter(({ subjectId }) => !value.some((known) => known.subjectId === subjectId));
  const set = (at: number, relation: string) =>
    onChange(
      value.map((known, n) => (n === at ? { ...known, relation: relations.find((one) => one === relation) ?? known.relation } : known)),
    );
  return (
    <fieldset id={fieldId('attributions')} tabIndex={-1}>
      <legend className="lbl">{t('outcomes.has_to_do_with')}</legend>
      <p className="note">{t('outcomes.relation_hint')}</p>
      {value.map((relation, at) => (
        <Relation
          key={relation.subjectId}
          {...{ at, relation }}
          onSet={(chosen) => set(at, chosen)}
          onRemove={() => onChange(value.filter((_, n) => n !== at))}
        />
      ))}
      {offered.length > 0 && (
        <SelectField
          name="relation.add"
          label={t('outcomes.relation_add')}
          optional
          options={[
            { value: '', text: t('outcomes.relation_choose') },
            ...offered.map(({ subjectId, title }) => ({ value: subjectId, text: naming(title) })),
          ]}
          value=""
          onChange={(id) => onChange([...value, ...offered.filter(({ subjectId }) => subjectId === id)])}
        />
      )}
    </fieldset>
  );
}

interface RelationProps {
  readonly at: number;
  readonly relation: RelationDraft;
  readonly onSet: (relation: string) => void;
  readonly onRemove: () => void;
}

function Relation({ at, relation: { title, relation }, onSet, onRemove }: RelationProps) {
  const fieldId = useFieldId();
  const { t } = useText();
  const naming = useNaming();
  const problem = useFieldProblem(`attributions.${at}.subjectId`);
  return (
    <div className="after" id={fieldId(`attributions.${at}.subjectId`)} tabIndex={-1}>
      <SelectField
        name={`attributions.${at}.relation`}
        label={<Named text={title} quiet />}
        error={problem}
        options={relations.map((one) => ({ value: one, text: t(`outcomes.${one}`) }))}
        value={relation}
        onChange={onSet}
      />
      <TextAction aria-label={t('outcomes.relation_remove_named', { title: naming(title) })} onPress={onRemove}>
        {t('outcomes.relation_remove')}
      </TextAction>
    </div>
  );
}

/** Agreements and exchanges of the tie, and editions, that the reader may see. */
function useOffered(tie: string | null): readonly RelationDraft[] {
  const { data: known } = useQuery({ ...tiesQueries.getTie.queryOptions({ input: { tie: tie ?? '' } }), enabled: tie !== null });
  const { data: editions } = useQuery(exposQueries.listEditions.queryOptions({ input: { limit: 50 } }));
  const relation = 'related_to' as const;
  return [
    ...(known?.agreements ?? []).map(({ id, title }) => ({ subjectKind: 'agreement' as const, subjectId: id, relation, title })),
    ...(known?.exchanges ?? []).map(({ id, title }) => ({ subjectKind: 'exchange' as const, subjectId: id, relation, title })),
    ...(editions?.entries ?? []).map(({ id, name }) => ({ subjectKind: 'edition' as const, subjectId: id, relation, title: name })),
  ];
}
