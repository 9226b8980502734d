// Answering a letter without any script: its link is pasted, since what stands behind the # of an address reaches no server. Each step sends
// the secret in the body of a form (docs/decisions/0093, 0102), and asks the same procedures as the page that runs scripts.
import { randomUUID } from 'node:crypto';
import { inEach, languages, type Language } from '#kernel/language.ts';
import { addressIn, readAddress } from '#kernel/page-address.ts';
import { sentence } from '#kernel/sentence.ts';
import type { FormPage } from '#platform/http/server.ts';
import type { FollowUpQuestion } from '../contract/follow-up.ts';
import type { LetterProblem, LetterShown } from '../contract/letter-page.ts';
import { amountSent } from '../domain/follow-up/answering.ts';
import { followUpAnswers } from '../domain/follow-up/fate.ts';
import { en } from '../text.en.ts';
import { zh } from '../text.zh.ts';

const path = '/follow-up/letter';
const texts: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = inEach(en, zh);

/** The secret of a pasted link, or of what was pasted of it. */
export const secretIn = (pasted: string): string => (/#\s*(\S+)\s*$/.exec(pasted)?.[1] ?? pasted).trim();

/** Whether a link of ours was pasted that opens something else, such as a company's place at an edition. */
export const opensAnother = (pasted: string): boolean => /\/(?:in|registration|begin)#/.test(pasted);

const textOf = (sent: FormData, name: string): string | null => {
  const value = sent.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** What the form holds in words, to stand in it again. */
const wordsOf = (sent: FormData): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name).filter((value) => typeof value === 'string')]));

/** An amount without a currency is in that of what was announced. */
function answerIn(
  sent: FormData,
  { token, language, asked }: { readonly token: string; readonly language: Language } & Pick<FollowUpQuestion, 'asked'>,
) {
  const sending = textOf(sent, 'sending');
  return {
    ...{ token, language, answer: textOf(sent, 'answer'), differs: sent.getAll('differs') },
    ...amountSent(textOf(sent, 'amount') ?? '', textOf(sent, 'currency') ?? asked?.amount?.currency ?? null),
    ...{ anyway: textOf(sent, 'anyway'), note: textOf(sent, 'note'), saidBy: textOf(sent, 'saidBy') },
    ...(sending === null ? {} : { sending }),
    ...(sent.has('confirmed') ? { confirmed: sent.getAll('confirmed') } : {}),
  };
}

type Done =
  | { readonly question: FollowUpQuestion }
  | {
      readonly message: string;
      readonly problems: readonly LetterProblem[];
      readonly asks: readonly string[];
      readonly status: 400 | 404 | 409 | 429;
    };

interface Told {
  readonly title?: string;
  readonly questions?: readonly { readonly code: string; readonly message: string }[];
  readonly errors?: readonly { readonly path?: readonly (string | number)[]; readonly message: string }[];
}

/** Of a refusal the sentences; of one that asks, what it asks. */
async function refusalOf(response: Response): Promise<Done> {
  const { title = '', errors = [], questions = [] } = (await response.json()) as Told;
  const known = ([404, 409, 429] as const).find((status) => status === response.status) ?? 400;
  return {
    message: questions.length === 0 ? title : questions.map(({ message }) => message).join(' '),
    problems: errors.map(({ path: where = [], message }) => ({ path: where, message })),
    asks: questions.map(({ code }) => code),
    status: known,
  };
}

/** A call with a paper is sent as a form, as browsers send it. */
function bodyOf(fields: object, file: File | null): { readonly body: BodyInit; readonly headers?: Readonly<Record<string, string>> } {
  if (file === null) return { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } };
  const form = new FormData();
  form.set('file', file);
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) for (const [at, one] of value.entries()) form.set(`${name}[${String(at)}]`, String(one));
    else if (value !== null) form.set(name, String(value));
  }
  return { body: form };
}

/** What of a form is a paper: a field that was left empty sends one without a byte. */
function paperIn(sent: FormData): File | null {
  const file = sent.get('file');
  return file instanceof File && file.size > 0 ? file : null;
}

/** `draw` makes the page of what is shown. */
export function letterForms(draw: (letter: LetterShown, language: Language) => Promise<string>): readonly FormPage[] {
  const show: FormPage['show'] = async (request, sent, ask) => {
    const language = readAddress(new URL(request.url).pathname).language ?? languages[0];
    const page = { address: addressIn(language, path), message: null, problems: [] };
    const pasted = sent === null ? null : (textOf(sent, 'letter') ?? '');
    if (sent === null || pasted === null) return { html: await draw({ ...page, kind: 'paste' }, language), status: 200 };
    if (opensAnother(pasted)) {
      const message = sentence(texts[language], language, 'outcomes.letter_of_another_kind');
      return { html: await draw({ ...page, message, kind: 'paste' }, language), status: 400 };
    }
    const token = secretIn(pasted);
    const call = async (to: string, fields: object, file: File | null = null): Promise<Done> => {
      const address = new URL(`/api/v1/follow-up/${to}`, request.url);
      const response = await ask(language, new Request(address, { method: 'POST', ...bodyOf(fields, file) }));
      return response.ok ? { question: (await response.json()) as FollowUpQuestion } : refusalOf(response);
    };
    const opened = await call('opening', { token });
    if (!('question' in opened)) return { html: await draw({ ...page, ...opened, kind: 'paste' }, language), status: opened.status };
    const step = textOf(sent, 'step');
    const steps: Readonly<Record<string, () => Promise<Done>>> = {
      answer: () => call('answers', answerIn(sent, { token, language, asked: opened.question.asked }), paperIn(sent)),
      stop: () => call('stop', { token, covers: textOf(sent, 'covers') }),
      resume: () => call('resume', { token }),
    };
    const done = await (steps[step ?? ''] ?? (() => Promise.resolve(opened)))();
    const preset = followUpAnswers.find((one) => one === /[?&]answer=(\w+)/.exec(pasted)?.[1]) ?? null;
    const letter = { ...page, kind: 'opened' as const, token, preset, sending: randomUUID(), asks: [] };
    return 'question' in done
      ? { html: await draw({ ...letter, question: done.question, isRecorded: step === 'answer', sent: null }, language), status: 200 }
      : {
          html: await draw({ ...letter, ...done, question: opened.question, isRecorded: false, sent: wordsOf(sent) }, language),
          status: done.status,
        };
  };
  return languages.map((language) => ({ path: addressIn(language, path), show }));
}
