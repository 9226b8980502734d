// Whom a steward means: by the code on a badge, a number, or a part of a company's or a person's name.
import { idOfDoorCode } from '../../domain/door/door-code.ts';

export interface Findable {
  readonly id: string;
  readonly code: string;
  /** Names in any language, pinyin, people. */
  readonly words: string;
}

export type Found =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'some'; readonly ids: readonly string[] }
  /** The badge of somebody who interprets. */
  | { readonly kind: 'interpreter'; readonly name: string }
  /** The badge of somebody who is not expected. */
  | { readonly kind: 'stranger' }
  /** A personal link: it opens a company's place and is nobody's badge. */
  | { readonly kind: 'link' }
  | { readonly kind: 'none' };

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

const most = 8;

/** A code or a number names one, even where it is part of other names; words find up to eight. */
export function find(
  typed: string,
  everyone: readonly Findable[],
  interpreters: readonly { readonly id: string; readonly name: string }[] = [],
): Found {
  const id = idOfDoorCode(typed);
  if (id !== null) {
    if (everyone.some((one) => one.id === id)) return { kind: 'one', id };
    const interpreter = interpreters.find((one) => one.id === id);
    return interpreter === undefined ? { kind: 'stranger' } : { kind: 'interpreter', name: interpreter.name };
  }
  if (/\/in\b.*#/.test(typed)) return { kind: 'link' };
  const words = folded(typed);
  if (words === '') return { kind: 'none' };
  const byNumber = everyone.find(({ code }) => folded(code) === words);
  if (byNumber !== undefined) return { kind: 'one', id: byNumber.id };
  const parts = words.split(/\s+/);
  const ids = everyone.flatMap((one) => (parts.every((part) => folded(`${one.code} ${one.words}`).includes(part)) ? [one.id] : []));
  return ids.length === 0 ? { kind: 'none' } : { kind: 'some', ids: ids.slice(0, most) };
}
