// Choosing domains: eleven boxes to tick.
import { useText } from '#client/language.ts';
import { useFieldId } from '#design/fields/field-id.ts';
import { useFieldProblem } from '#design/fields/form.tsx';
import { domains, type Domain } from '#modules/cities/domain/profile/domains.ts';

interface DomainChoiceProps {
  readonly name: string;
  readonly value: readonly Domain[];
  /** None need be ticked. */
  readonly optional?: boolean;
  readonly onChange: (value: readonly Domain[]) => void;
}

export function DomainChoice({ name, value, optional = false, onChange }: DomainChoiceProps) {
  const fieldId = useFieldId();
  const { t } = useText();
  const problem = useFieldProblem(name);
  const toggle = (domain: Domain) => onChange(value.includes(domain) ? value.filter((known) => known !== domain) : [...value, domain]);
  return (
    <fieldset className={problem === undefined ? 'choice' : 'choice bad'}>
      <legend className="lbl">{t('ties.domains')}</legend>
      {!optional && <p className="note">{t('ties.domains_hint')}</p>}
      <div className="pick">
        {domains.map((domain, at) => (
          <label key={domain}>
            <input
              type="checkbox"
              id={at === 0 ? fieldId(name) : undefined}
              checked={value.includes(domain)}
              onChange={() => toggle(domain)}
            />
            <span>{t(`cities.domain_${domain}`)}</span>
          </label>
        ))}
      </div>
      {problem !== undefined && <p className="err">{problem}</p>}
    </fieldset>
  );
}
