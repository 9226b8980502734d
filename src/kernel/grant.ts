// Proofs that a policy granted something: stores ask for them, and a module's policy.ts alone makes them (checked).

declare const proof: unique symbol;

/** What a scope extends, e.g. `interface RecordScope extends Proof<'record'> { readonly office: OfficeId }`: its word keeps it from every other. */
export interface Proof<K extends string> {
  readonly [proof]: K;
}

/** Makes a proof of these facts. For policy.ts alone. */
export const grant = <S extends Proof<string>>(facts: Omit<S, typeof proof>): S => facts as S;
