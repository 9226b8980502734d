// What sources state of an outcome beside its ledger: attribute by attribute, the first by the stated rule.
import { overlay, type ShownFirst } from '#modules/evidence/domain/show-first.ts';
import type { Pin, Statement } from '#modules/evidence/domain/statement.ts';

export interface StatedAttribute {
  readonly attribute: string;
  readonly shown: ShownFirst<Statement>;
}

/** In the order of the attributes' first statements; what the reader alone may see is laid over what everybody sees. */
export function statedOf(statements: readonly Statement[], pins: readonly Pin[]): readonly StatedAttribute[] {
  return [...Map.groupBy(statements, ({ attribute }) => attribute)].flatMap(([attribute, group]) => {
    const { own, everybody } = overlay(
      group,
      pins.filter((pin) => pin.attribute === attribute),
    );
    const shown = own ?? everybody;
    return shown.first === null && shown.apart.length === 0 ? [] : [{ attribute, shown }];
  });
}
