// Problems that the page finds itself, in the same sentences as the server's.
import type { Problem } from '#kernel/result.ts';
import { en as kernel } from '#kernel/text.en.ts';
import { useText } from '#client/language.ts';
import type { FieldProblem } from '#design/fields/form.tsx';
import { en as own } from '../text.en.ts';
import { en as ui } from './text.en.ts';

const en = { ...own, ...ui };

const hasSentence = (code: string): boolean => code in en || code in kernel;

/** Turns problems of the domain into what `<Form problems>` shows. */
export function useSentences(): (problems: readonly Problem[]) => readonly FieldProblem[] {
  const { say } = useText();
  return (problems) =>
    problems.map(({ path, code, params }) => ({ path, message: say(hasSentence(code) ? code : 'kernel.bad_format', params) }));
}

/** What is no whole number is sent as one and a half, so that the server says beside the field that it is none. */
export function wholeOf(text: string): number {
  const typed = text.normalize('NFKC').trim();
  return /^-?\d{1,15}$/.test(typed) ? Number(typed) : 1.5;
}
