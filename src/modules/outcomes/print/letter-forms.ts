// The page on which a letter is answered without any script: its link is pasted, since what stands behind the # of an address reaches no server. Each step sends
// the secret in the body of a form (docs/decisions/0093), and asks the same procedures as the page that runs scripts.
import { languages, type Language } from '#kernel/language.ts';
import { addressIn, readAddress } from '#kernel/page-address.ts';
import type { FormPage } from '#platform/http/server.ts';
import type { Say } from '#platform/http/problems.ts';
import type { FollowUpQuestion } from '../contract/follow-up.ts';
import { followUpAnswers } from '../domain/follow-up/fate.ts';
import { letterPage, pastePage, type Trouble } from './letter-html.ts';

const path = '/follow-up/letter';

/** The secret of a pasted link, or of what was pasted of it. */
export const secretIn = (pasted: string): string => (/#\s*(\S+)\s*$/.exec(pasted)?.[1] ?? pasted).trim();

const textOf = (sent: FormData, name: string): string | null => {
  const value = sent.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** `1,234,567.50` as the API takes it; anything else is told as it was typed. */
const plainAmount = (typed: string | null): string | null =>
  typed !== null && /^\d{1,3}([ ,]\d{3})+(\.\d+)?$/.test(typed) ? typed.replaceAll(/[ ,]/g, '') : typed;

function answerIn(sent: FormData, token: string, language: Language) {
  const amount = plainAmount(textOf(sent, 'amount'));
  return {
    ...{ token, language, amount, answer: textOf(sent, 'answer') },
    currency: amount === null ? null : (textOf(sent, 'currency')?.toUpperCase() ?? null),
    differs: sent.getAll('differs'),
    ...{ anyway: textOf(sent, 'anyway'), note: textOf(sent, 'note'), saidBy: textOf(sent, 'saidBy') },
  };
}

type Asked = { readonly question: FollowUpQuestion } | { readonly trouble: Trouble; readonly status: 400 | 404 | 409 | 429 };

/** Of a refusal the sentences. */
async function troubleOf(response: Response): Promise<Asked> {
  const problem = (await response.json()) as { readonly title?: string; readonly errors?: readonly { readonly message: string }[] };
  const known = [404, 409, 429].find((status) => status === response.status) ?? 400;
  return {
    trouble: [problem.title ?? '', ...(problem.errors ?? []).map(({ message }) => message)],
    status: known as 400 | 404 | 409 | 429,
  };
}

export function letterForms(say: Say): readonly FormPage[] {
  const show: FormPage['show'] = async (request, sent, ask) => {
    const language = readAddress(new URL(request.url).pathname).language ?? languages[0];
    const writing = { say, language, address: addressIn(language, path) };
    const pasted = sent === null ? null : (textOf(sent, 'letter') ?? '');
    if (sent === null || pasted === null) return { html: pastePage(writing, []), status: 200 };
    const token = secretIn(pasted);
    const call = async (to: string, body: unknown): Promise<Asked> => {
      const headers = { 'content-type': 'application/json' };
      const response = await ask(
        language,
        new Request(new URL(`/api/v1/follow-up/${to}`, request.url), { method: 'POST', headers, body: JSON.stringify(body) }),
      );
      return response.ok ? { question: (await response.json()) as FollowUpQuestion } : troubleOf(response);
    };
    const opened = await call('opening', { token });
    if (!('question' in opened)) return { html: pastePage(writing, opened.trouble), status: opened.status };
    const step = textOf(sent, 'step');
    const done =
      step === 'answer'
        ? await call('answers', answerIn(sent, token, language))
        : step === 'stop'
          ? await call('stop', { token, scope: textOf(sent, 'scope') })
          : opened;
    const preset = followUpAnswers.find((one) => one === (textOf(sent, 'answer') ?? /[?&]answer=(\w+)/.exec(pasted)?.[1])) ?? null;
    const page = { ...writing, token, preset, isRecorded: step === 'answer' && 'question' in done };
    return 'question' in done
      ? { html: letterPage({ ...page, question: done.question, trouble: [] }), status: 200 }
      : { html: letterPage({ ...page, question: opened.question, trouble: done.trouble, sent }), status: done.status };
  };
  return languages.map((language) => ({ path: addressIn(language, path), show }));
}
