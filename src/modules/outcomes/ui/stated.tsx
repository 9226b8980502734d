// What sources state of an outcome beside its ledger, attribute by attribute: they stand side by side, none is overwritten.
import { useText } from '#client/language.ts';
import { StatementTable } from '#modules/evidence/ui/statement-table.tsx';
import type { ShownFirstShape } from '#modules/evidence/contract/shapes.ts';
import { outcomeAttributes } from '../domain/attributes.ts';

interface StatedAttribute {
  readonly attribute: string;
  readonly shown: ShownFirstShape;
}

export function Stated({ stated }: { readonly stated: readonly StatedAttribute[] }) {
  const { t } = useText();
  const nameOf = (attribute: string): string => {
    const known = outcomeAttributes.find((name) => name === attribute);
    return known === undefined ? attribute : t(`outcomes.stated_${known}`);
  };
  return stated.map(({ attribute, shown }) => <StatementTable key={attribute} caption={nameOf(attribute)} shown={shown} />);
}
