// Naming offices: chosen ones as words that can be taken away, and a list to add from.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useFieldId } from '#design/fields/field-id.ts';
import { useNaming } from '#design/named.tsx';
import { OfficeField, type OfficeChoice } from '#modules/accounts/ui/office-field.tsx';

export interface OfficesFieldProps {
  readonly name: string;
  /** The office that shares: it makes no sense in the list. */
  readonly owner: string;
  readonly value: readonly OfficeChoice[];
  readonly onChange: (value: readonly OfficeChoice[]) => void;
}

export function OfficesField({ name, owner, value, onChange }: OfficesFieldProps) {
  const fieldId = useFieldId();
  const { t } = useText();
  const naming = useNaming();
  // What stands in the list is meant, whether or not it was added first; a key pressed in the list adds nothing by itself.
  const [next, setNext] = useState<OfficeChoice | null>(null);
  const chosen = value.filter(({ id }) => id !== next?.id);
  const focus = () => requestAnimationFrame(() => document.getElementById(fieldId(name))?.focus());
  const choose = (office: OfficeChoice | null) => {
    setNext(office);
    onChange(office === null ? chosen : [...chosen, office]);
  };
  return (
    <>
      {chosen.length > 0 && (
        <ul className="chips spaced" aria-label={t('evidence.offices')}>
          {chosen.map(({ id, name: office }) => (
            <li key={id}>
              <span>{naming(office)}</span>
              <button
                type="button"
                aria-label={t('evidence.remove_office', { name: naming(office) })}
                onClick={() => {
                  onChange(value.filter((other) => other.id !== id));
                  // The button that was pressed is gone with what it stood for.
                  focus();
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <OfficeField
        key={chosen.length}
        name={name}
        label={t(chosen.length === 0 ? 'evidence.offices' : 'evidence.also_with')}
        none={t('evidence.choose_office')}
        value={next}
        without={[owner, ...chosen.map(({ id }) => id)]}
        onChange={choose}
      />
      {next !== null && (
        <Buttons>
          <Button
            onPress={() => {
              setNext(null);
              focus();
            }}
          >
            {t('evidence.another_office')}
          </Button>
        </Buttons>
      )}
    </>
  );
}
