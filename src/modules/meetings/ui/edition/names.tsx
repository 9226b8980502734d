// Names and sentences as the contract sends them, in the reader's language.
import { useCallback } from 'react';
import { useText } from '#client/language.ts';
import { chooseText, type MultilingualText } from '#kernel/language.ts';
import { isTableNumber } from '../../domain/table-number.ts';

/** A key of the module's texts with its values. */
export interface Sentence {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Says a sentence that arrived as data. */
export function useSay(): (sentence: Sentence) => string {
  const { say } = useText();
  return useCallback(({ code, params }) => say(code, params), [say]);
}

/** A text in the reader's language where it exists. */
export function useName(): (name: MultilingualText) => string {
  const { language } = useText();
  return useCallback((name) => chooseText(name, language).text, [language]);
}

/** A name, marked with its language where it is not the reader's; in tables and lists the page does not say which. */
export function Named({ name }: { readonly name: MultilingualText }) {
  const { language } = useText();
  const chosen = chooseText(name, language);
  return chosen.fallback ? <span lang={chosen.language}>{chosen.text}</span> : chosen.text;
}

interface Coded {
  readonly code: string;
  readonly name: MultilingualText;
}

/** E17 Quillwort Seeds: the code first, as it stands in the plan. */
export function Party({ of }: { readonly of: Coded }) {
  return (
    <>
      <b className="nowrap">{of.code}</b> <Named name={of.name} />
    </>
  );
}

/** E17 B12 */
export const pairOf = (meeting: { readonly a: Coded; readonly b: Coded }): string => `${meeting.a.code} ${meeting.b.code}`;

/** Quillwort Seeds (E17) with Huating Mills (B12) */
export function useWho(): (meeting: { readonly a: Coded; readonly b: Coded }) => string {
  const { t } = useText();
  const name = useName();
  return ({ a, b }) => t('meetings.a_with_b', { a: name(a.name), codeA: a.code, b: name(b.name), codeB: b.code });
}

/** Tables are numbered, stands have codes: "table 6", "stand 4.1-A12". */
export function usePlaceWord(): (code: string) => string {
  const { t } = useText();
  return useCallback((code) => t(isTableNumber(code) ? 'meetings.table_code' : 'meetings.stand_code', { code }), [t]);
}
