// The words and fields of the page on which a letter is answered without any script.
import { figuresOf } from '#kernel/figures.ts';
import { writing, type Language } from '#kernel/language.ts';
import { element, type Xml } from '#kernel/markup.ts';
import { addressIn } from '#kernel/page-address.ts';
import { readAs } from '#kernel/written-language.ts';
import type { Say } from '#platform/http/problems.ts';
import type { FollowUpQuestion } from '../contract/follow-up.ts';
import { anyways } from '../domain/anyway.ts';
import { differences, stopScopes } from '../domain/follow-up/answering.ts';
import { followUpAnswers, type FollowUpAnswer } from '../domain/follow-up/fate.ts';

export interface PageWriting {
  readonly say: Say;
  readonly language: Language;
  /** To which its forms are sent. */
  readonly address: string;
}

/** Sentences, the first of what was refused and the others of what is wrong with it. */
export type Trouble = readonly string[];

export interface LetterShown extends PageWriting {
  readonly token: string;
  readonly question: FollowUpQuestion;
  readonly preset: FollowUpAnswer | null;
  /** Just now. */
  readonly isRecorded: boolean;
  readonly trouble: Trouble;
  /** What was filled in and refused. */
  readonly sent?: FormData;
}

const p = (text: string, name: string | null = null): Xml => element('p', { class: name }, text);

const troubles = (trouble: Trouble): readonly Xml[] =>
  trouble.length === 0
    ? []
    : [
        element(
          'div',
          { class: 'notice', role: 'alert' },
          trouble.map((one) => p(one)),
        ),
      ];

function whole({ say, language }: PageWriting, title: string, inside: readonly Xml[]): string {
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'robots', content: 'noindex' }),
    element('title', {}, `${title} – ${say(language, 'design.product')}`),
    element('link', { rel: 'stylesheet', href: '/served.css' }),
  ];
  const home = element(
    'header',
    { class: 'bar' },
    element('div', {}, element('a', { class: 'word', href: addressIn(language, '/') }, say(language, 'design.product'))),
  );
  const body = element(
    'main',
    { class: 'page' },
    element('div', { class: 'tap' }, element('div', { class: 'title' }, element('h1', {}, title)), inside),
  );
  return `<!doctype html>${element('html', { lang: language, 'data-served': '' }, element('head', {}, head), element('body', {}, home, body)).xml}`;
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string | null;
  readonly most?: string;
}

const field = ({ name, label, hint, value = null, most = '1000' }: Field): Xml =>
  element(
    'div',
    { class: 'field' },
    element('label', { class: 'lbl', for: name }, label),
    hint === undefined ? null : element('p', { class: 'note', id: `${name}-hint` }, hint),
    element('input', {
      class: 'in',
      type: 'text',
      id: name,
      name,
      value,
      maxlength: most,
      'aria-describedby': hint === undefined ? null : `${name}-hint`,
    }),
  );

/** One of several, or some of them. */
const choices = (
  type: 'radio' | 'checkbox',
  { name, legend }: { readonly name: string; readonly legend: string },
  options: readonly (readonly [value: string, text: string])[],
  chosen: readonly unknown[],
): Xml =>
  element(
    'fieldset',
    { class: 'choice' },
    element('legend', { class: 'lbl' }, legend),
    element(
      'div',
      { class: 'pick' },
      options.map(([value, text]) => element('label', {}, input({ type, name, value, chosen }), element('span', {}, text))),
    ),
  );

const input = ({
  type,
  name,
  value,
  chosen,
}: Readonly<Record<'type' | 'name' | 'value', string>> & { readonly chosen: readonly unknown[] }): Xml =>
  element('input', { type, name, value, checked: chosen.includes(value) ? '' : null });

/** The answer itself, each with its water level. */
const answers = (t: Sentence, chosen: readonly unknown[]): Xml =>
  element(
    'fieldset',
    {},
    element('legend', { class: 'lbl' }, t('fu_choose')),
    element(
      'div',
      { class: 'tap-answers' },
      followUpAnswers.map((one) =>
        element(
          'label',
          { class: one === 'cannot_say' ? 'mute' : null },
          input({ type: 'radio', name: 'answer', value: one, chosen }),
          // An element without content would not be closed.
          element('span', { class: `fate ${one}`, 'aria-hidden': 'true' }, '\u200b'),
          element('span', {}, element('b', {}, t(`fu_${one}`)), element('small', {}, t(`fu_${one}_means`))),
        ),
      ),
    ),
  );

const form = (
  { address, token, step }: { readonly address: string; readonly token: string; readonly step: string },
  inside: readonly Xml[],
): Xml =>
  element(
    'form',
    { method: 'post', action: address },
    element('input', { type: 'hidden', name: 'letter', value: token }),
    element('input', { type: 'hidden', name: 'step', value: step }),
    inside,
  );

const button = (text: string): Xml => element('p', { class: 'after' }, element('button', { class: 'btn go big', type: 'submit' }, text));

/** Where the link is pasted. */
export function pastePage(page: PageWriting, trouble: Trouble): string {
  const { say, language, address } = page;
  const t = (key: string): string => say(language, `outcomes.${key}`);
  return whole(page, t('fu_title'), [
    ...troubles(trouble),
    element(
      'form',
      { method: 'post', action: address },
      field({ name: 'letter', label: t('fu_paste'), hint: t('fu_paste_hint'), most: '2000' }),
      button(t('fu_paste_open')),
    ),
  ]);
}

type AskedOf = NonNullable<FollowUpQuestion['asked']>;

const moneyIn = (language: Language, amount: NonNullable<AskedOf['amount']>, qualifier: AskedOf['qualifier']): string =>
  figuresOf(language).spelt(figuresOf(language).money(amount, qualifier));

const dayIn = (language: Language, instant: string): string =>
  new Intl.DateTimeFormat(writing[language].locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(instant));

/** What was announced, and when. */
function announcedBlock(language: Language, asked: AskedOf, t: Sentence): Xml {
  const figures = figuresOf(language);
  const when = figures.spelt(figures.flexDate(asked.valueDate ?? { text: asked.announcedOn, qualifier: 'exact' }));
  return element(
    'div',
    { class: 'tap-asked' },
    element('p', {}, element('b', {}, readAs(asked.title, language))),
    ...(asked.amount === null ? [] : [p(moneyIn(language, asked.amount, asked.qualifier), 'tap-amount')]),
    p(t(`fu_announced_${asked.stage}`, { when }).replaceAll(/<\/?b>/g, '')),
  );
}

/** What was answered last. */
function givenBlock(language: Language, { answer }: AskedOf, t: Sentence): readonly Xml[] {
  if (answer === null) return [];
  const amount = answer.amount === null ? '' : `${writing[language].comma}${moneyIn(language, answer.amount, answer.qualifier)}`;
  return [
    element(
      'div',
      { class: 'tap-asked', role: 'status' },
      element('p', {}, element('b', {}, `${t(`fu_${answer.answer}`)}${amount}`)),
      p(t('fu_answer_at', { at: dayIn(language, answer.answeredAt) })),
      p(`${t('fu_number')} ${answer.receipt}`),
    ),
    element('h2', {}, t('fu_change')),
  ];
}

/** What is asked, with what was answered and the fields of an answer. */
export function letterPage(page: LetterShown): string {
  const { say, language, question, isRecorded, trouble } = page;
  const t: Sentence = (key, params) => say(language, `outcomes.${key}`, params);
  const { asked, state } = question;
  const office = readAs(question.office, language);
  if (asked === null || state === 'expired') {
    const over = state === 'stopped' ? 'fu_stopped' : 'fu_expired';
    return whole(page, t(over), [...troubles(trouble), p(t(`${over}_text`, { office }))]);
  }
  const through = asked.through === null ? [] : [readAs(asked.through, language)];
  const words = { office, company: readAs(asked.company, language), through: through.join('') };
  const offices = [office, ...through].join(writing[language].enumeration);
  return whole(page, t(isRecorded ? 'fu_recorded' : state === 'stopped' ? 'fu_stopped' : 'fu_title'), [
    p(t(asked.through === null ? 'fu_from' : 'fu_from_through', words)),
    ...troubles(trouble),
    announcedBlock(language, asked, t),
    ...(state === 'stopped' ? [p(t('fu_stopped_text', { office }))] : []),
    ...givenBlock(language, asked, t),
    answerForm(page, asked, t),
    p(t(asked.isPublic ? 'fu_seen_public' : 'fu_seen', { offices }), 'note'),
    p(t('fu_open_until', { until: dayIn(language, asked.openUntil) }), 'note'),
    ...(state === 'stopped' ? [] : [stopForm(page, t)]),
  ]);
}

type Sentence = (key: string, params?: Readonly<Record<string, string>>) => string;

function answerForm(page: LetterShown, asked: AskedOf, t: Sentence): Xml {
  const { language, preset, sent } = page;
  const before = (name: string): string | null => {
    const value = sent?.get(name);
    return typeof value === 'string' ? value : null;
  };
  const chosen = before('answer') ?? asked.answer?.answer ?? preset;
  const announced = asked.amount === null ? null : moneyIn(language, asked.amount, asked.qualifier);
  return form({ ...page, step: 'answer' }, [
    answers(t, [chosen]),
    field({
      ...{ name: 'amount', label: t('fu_amount'), value: before('amount'), most: '40' },
      hint: announced === null ? t('fu_amount_hint_none') : t('fu_amount_hint', { amount: announced }),
    }),
    field({ name: 'currency', label: t('fu_currency'), value: before('currency') ?? asked.amount?.currency ?? null, most: '3' }),
    choices(
      'checkbox',
      { name: 'differs', legend: t('fu_differs') },
      differences.map((one) => [one, t(`fu_${one}`)]),
      sent?.getAll('differs') ?? [],
    ),
    choices(
      'radio',
      { name: 'anyway', legend: t('fu_anyway') },
      anyways.map((one) => [one, t(`fu_anyway_${one}`)]),
      [before('anyway')],
    ),
    field({ name: 'note', label: t('fu_note'), value: before('note') }),
    field({ name: 'saidBy', label: t('fu_name'), value: before('saidBy'), most: '200' }),
    button(t('fu_record')),
  ]);
}

const stopForm = (page: LetterShown, t: Sentence): Xml =>
  element(
    'details',
    {},
    element('summary', {}, t('fu_stop')),
    form({ ...page, step: 'stop' }, [
      choices(
        'radio',
        { name: 'scope', legend: t('fu_stop_scope') },
        stopScopes.map((one) => [one, t(`fu_stop_${one}`)]),
        ['deal'],
      ),
      button(t('fu_stop_do')),
      p(t('fu_stop_text'), 'note'),
    ]),
  );
