// What ties need of evidence: statements about them, and which of these still stand or say the same.
export { standing } from '#modules/evidence/domain/show-first.ts';
export type { Pin, Statement } from '#modules/evidence/domain/statement.ts';
export { valuesAgree, type StatedValue } from '#modules/evidence/domain/value.ts';
