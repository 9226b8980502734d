// Of which whole an outcome is a part: one of the same office that is no part itself.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { SelectField } from '#design/fields/field.tsx';
import { useNaming } from '#design/named.tsx';
import type { Outcome } from '../../contract/shapes.ts';
import { outcomesQueries } from '../client.ts';

interface WholeFieldProps {
  readonly office: Outcome['office']['id'];
  /** The outcome itself and the whole it has, once it is recorded. */
  readonly own?: Pick<Outcome, 'id' | 'whole'>;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function WholeField({ office, own, value, onChange }: WholeFieldProps) {
  const { t } = useText();
  const naming = useNaming();
  const { data } = useQuery(outcomesQueries.listOutcomes.queryOptions({ input: { ownerOffice: office, limit: 100 } }));
  const wholes = (data?.entries ?? []).filter(({ id, partOf }) => id !== own?.id && partOf === null);
  const offered = new Map<string, string>(wholes.map(({ id, title }) => [id, naming(title)]));
  if (own?.whole != null) offered.set(own.whole.id, naming(own.whole.title));
  if (offered.size === 0) return null;
  return (
    <SelectField
      name="partOf"
      label={t('outcomes.part_of')}
      hint={t('outcomes.part_of_hint')}
      options={[{ value: '', text: t('outcomes.part_of_none') }, ...[...offered].map(([id, text]) => ({ value: id, text }))]}
      value={value}
      onChange={onChange}
    />
  );
}
