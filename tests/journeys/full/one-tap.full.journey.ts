// A company answers what became of its deal by the link of a letter: on a phone, without an account.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { hasOwnWorld } from '../own-world.ts';
import { expectWhole } from '../page-check.ts';
import { fullSize, mainLanguages, openContext, openReader, origin, seen, stagesOf, titled, type Language, type Reader } from '../reader.ts';

/** Of the demo's examples these two can be written to; each language asks one of them. */
const companies: Readonly<Record<Language, { readonly which: 'held' | 'due'; readonly address: string }>> = {
  en: { which: 'due', address: 'office@ropewalk.example' },
  'zh-Hans': { which: 'held', address: 'office@northlight.example' },
};
const typed: Readonly<Record<Language, { readonly about: string; readonly shown: string }>> = {
  en: { about: 'about 500', shown: 'about £500' },
  'zh-Hans': { about: '约500', shown: '约500英镑' },
};

interface Session {
  readonly offices: readonly { readonly id: string }[];
}
interface Listed {
  readonly entries: readonly { readonly id: string; readonly sentTo: string | null; readonly answer: { readonly answer: string } | null }[];
}

hasOwnWorld();

/** What Liverpool's desk does by the API; closed by whoever opened it. */
async function openDesk() {
  const { context, close } = await openContext({ language: 'en', role: 'officer' });
  const session = (await (await context.request.get('/api/v1/session')).json()) as Session;
  const office = `/api/v1/offices/${session.offices[0]?.id ?? expect.fail('no office')}`;
  const post = async (path: string, data: object): Promise<unknown> =>
    (await context.request.post(`${office}${path}`, { data, headers: { origin } })).json();
  const list = async (which: string): Promise<Listed['entries']> =>
    ((await (await context.request.get(`${office}/follow-ups?which=${which}&limit=50`)).json()) as Listed).entries;
  return { context, close, post, list };
}

/** Sends the question of a company; the secret of its letter, as the outbox of the demo shows it. */
async function ask(language: Language): Promise<string> {
  const { which, address } = companies[language];
  const { context, close, post, list } = await openDesk();
  const followUpIds = (await list(which)).flatMap(({ id, sentTo }) => (sentTo === address ? [id] : []));
  if (which === 'held') await post('/follow-ups/holding', { followUpIds, held: false });
  const meant = { followUpIds, confirmed: ['outcomes.follow_ups_late'] };
  expect(await post('/follow-ups/letters', meant)).toMatchObject({ letters: 1, left: [] });
  const page = await context.newPage();
  await page.goto('/outbox');
  const letter = page.getByRole('region').filter({ hasText: address }).first();
  await seen(letter);
  const found = /#(hansa_followup_[\w-]{43})/.exec((await letter.textContent()) ?? '')?.[1];
  await close();
  return found ?? expect.fail('no link');
}

describe.each(mainLanguages)('a company answers in %s, without an account', (language) => {
  let reader: Reader;
  let token: string;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    token = await ask(language);
    reader = await openReader({ language, width: 390 });
  });
  afterAll(() => reader.close());
  const { about, shown } = typed[language];
  const record = () => reader.page.locator('button.go');
  /** As slowly as a person: two taps at once are a double tap, and its second one is part of the first. */
  const tap = async (on: Locator): Promise<void> => {
    await reader.page.waitForTimeout(600);
    await on.tap();
  };
  /** What the desk reads meanwhile. */
  const answerAtDesk = async (): Promise<string | undefined> => {
    const { close, list } = await openDesk();
    const found = (await list('sent')).find(({ sentTo }) => sentTo === companies[language].address);
    await close();
    return found?.answer?.answer;
  };

  stage('opens the letter, which records nothing; the address holds no secret any more, and the page can be loaded again', async () => {
    const { page, t } = reader;
    await page.goto(`/follow-up?answer=kept#${token}`);
    await titled(page, t('outcomes.fu_title'));
    await seen(page.getByText(t('outcomes.fu_chosen')));
    expect(page.url()).not.toContain(token);
    await expectWhole(page, 'the question of a letter');
    await page.reload();
    await seen(page.getByText(t('outcomes.fu_chosen')));
    expect(await answerAtDesk()).toBeUndefined();
  });

  stage('is told of an amount that cannot be read, beside its field, and nothing is recorded', async () => {
    const { page } = reader;
    await page.locator('input[name="amount"]').fill('1.2.3');
    await tap(record());
    await seen(page.locator('input[name="amount"][aria-invalid="true"]'));
    expect(await answerAtDesk()).toBeUndefined();
  });

  stage('is told at once, in words, of another currency and of a paper that is a program; neither is recorded', async () => {
    const { page, t } = reader;
    await page.locator('input[name="amount"]').fill(language === 'en' ? 'US$500' : '500美元');
    await page.locator('input[type="file"]').setInputFiles({
      ...{ name: 'order.pdf', mimeType: 'application/pdf', buffer: Buffer.from([0x4d, 0x5a, 1, 2]) },
    });
    await tap(record());
    const told = page.getByRole('alert');
    await seen(told.getByText(t('evidence.file_program')));
    await expect.poll(() => told.getByRole('listitem').count()).toBe(2);
    expect(await answerAtDesk()).toBeUndefined();
    await page.locator('input[type="file"]').setInputFiles([]);
  });

  stage('records the answer with one tap: about stays about, and whoever opens the letter again finds it', async () => {
    const { page, t } = reader;
    await page.locator('input[name="amount"]').fill(about);
    await tap(record());
    // Less than was announced is asked about first.
    await tap(page.getByRole('button', { name: t('outcomes.fu_is_kept') }));
    await titled(page, t('outcomes.fu_recorded'));
    await seen(page.getByText(shown));
    await expectWhole(page, 'an answer that is recorded');
    await page.reload();
    await titled(page, t('outcomes.fu_answered'));
    await seen(page.getByText(shown));
    expect(await answerAtDesk()).toBe('kept');
  });

  stage('changes the answer: the last one counts', async () => {
    const { page, t } = reader;
    await tap(page.getByRole('button', { name: t('outcomes.fu_change') }));
    // What was answered stands in the form.
    await expect.poll(() => page.locator('input[name="amount"]').inputValue()).toBe(about);
    await tap(page.locator('input[name="answer"][value="not"]'));
    await tap(page.getByRole('button', { name: t('outcomes.fu_record_not') }));
    await titled(page, t('outcomes.fu_recorded'));
    expect(await answerAtDesk()).toBe('not');
  });

  stage('asks not to be written to again; the page says so afterwards, with what was answered, and takes it back', async () => {
    const { page, t } = reader;
    await tap(page.getByRole('button', { name: t('outcomes.fu_stop'), exact: true }));
    await tap(page.getByRole('button', { name: t('outcomes.fu_stop_do') }));
    await titled(page, t('outcomes.fu_stopped'));
    await page.reload();
    await titled(page, t('outcomes.fu_stopped'));
    await seen(page.getByText(t('outcomes.fu_not'), { exact: true }));
    if (fullSize) await expectWhole(page, 'no more letters');
    // And takes that back by the same link.
    await tap(page.getByRole('button', { name: t('outcomes.fu_resume') }));
    await titled(page, t('outcomes.fu_answered'));
    await page.reload();
    await titled(page, t('outcomes.fu_answered'));
    expect(reader.faults).toEqual([]);
  });
});
