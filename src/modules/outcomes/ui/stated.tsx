// What sources state of an outcome beside its ledger, attribute by attribute: they stand side by side, none is overwritten.
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { StatementTable } from '#modules/evidence/ui/statement-table.tsx';
import type { ShownFirstShape } from '#modules/evidence/contract/shapes.ts';
import { outcomeAttributes } from '../domain/attributes.ts';

interface StatedAttribute {
  readonly attribute: string;
  readonly shown: ShownFirstShape;
}

export interface StatedProps {
  readonly stated: readonly StatedAttribute[];
  /** What stands beneath an attribute: its history. */
  readonly beneath?: (attribute: string, caption: string) => ReactNode;
}

export function Stated({ stated, beneath }: StatedProps) {
  const { t } = useText();
  const nameOf = (attribute: string): string => {
    const known = outcomeAttributes.find((name) => name === attribute);
    return known === undefined ? attribute : t(`outcomes.stated_${known}`);
  };
  return stated.map(({ attribute, shown }) => (
    <div key={attribute} className="spaced">
      <StatementTable caption={nameOf(attribute)} shown={shown} />
      {beneath?.(attribute, nameOf(attribute))}
    </div>
  ));
}
