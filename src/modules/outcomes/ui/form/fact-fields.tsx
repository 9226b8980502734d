// Fields of what an outcome is, as it is entered and as it is corrected.
import { useText } from '#client/language.ts';
import { SelectField } from '#design/fields/field.tsx';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import { anyways, type Anyway } from '../../domain/anyway.ts';
import { countedThings, outcomeDomains, outcomeKinds, type Counted, type OutcomeKind } from '../../domain/outcome.ts';

export function KindField({ value, onChange }: { readonly value: OutcomeKind; readonly onChange: (kind: OutcomeKind) => void }) {
  const { t } = useText();
  return (
    <SelectField
      name="kind"
      label={t('outcomes.kind')}
      options={outcomeKinds.map((kind) => ({ value: kind, text: t(`outcomes.kind_${kind}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}

interface CountedFieldProps {
  readonly kind: OutcomeKind;
  readonly value: Counted | null;
  readonly onChange: (counted: Counted | null) => void;
}

/** Of what the count is: as many as the kind says, or what came and took part. */
export function CountedField({ kind, value, onChange }: CountedFieldProps) {
  const { t } = useText();
  const options: readonly { readonly value: Counted | ''; readonly text: string }[] = [
    { value: '', text: t(`outcomes.count_${kind}`) },
    ...countedThings.map((counted) => ({ value: counted, text: t(`outcomes.count_${counted}`) })),
  ];
  return (
    <SelectField
      name="counted"
      label={t('outcomes.counted')}
      options={options}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}

/** Whether it would have happened without the expo or visit, as the office holds; blank where it says nothing of that. */
export function AnywayField({ value, onChange }: { readonly value: Anyway | ''; readonly onChange: (anyway: Anyway | '') => void }) {
  const { t } = useText();
  return (
    <SelectField<Anyway | ''>
      name="anyway"
      label={t('outcomes.fu_anyway')}
      hint={t('outcomes.anyway_hint')}
      options={[
        { value: '', text: t('outcomes.anyway_unsaid') },
        ...anyways.map((value) => ({ value, text: t(`outcomes.fu_anyway_${value}`) })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

/** One of the eleven, or blank where none was said. */
export function DomainField({ value, onChange }: { readonly value: Domain | ''; readonly onChange: (domain: Domain | '') => void }) {
  const { t } = useText();
  const choices = outcomeDomains.map((domain) => ({ value: domain, text: t(`cities.domain_${domain}`) }));
  return (
    <SelectField
      name="domain"
      label={t('outcomes.domain')}
      options={[{ value: '', text: t('outcomes.no_domain') }, ...choices]}
      value={value}
      onChange={onChange}
    />
  );
}
