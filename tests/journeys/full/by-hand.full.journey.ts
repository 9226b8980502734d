// The organiser changes a draft and a schedule meeting by meeting, in both languages: nothing is done that was not seen before, and there is a way back.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { releasedMorning, type Schedule } from '../morning.ts';
import { expectWhole } from '../page-check.ts';
import { ask } from '../prepare.ts';
import { cellOfPair, mainLanguages, openReader, seen, stagesOf, toast, type Reader } from '../reader.ts';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

describe.each(mainLanguages)('changing by hand, in %s', (language) => {
  let reader: Reader;
  let edition: { readonly id: string; readonly slug: string };
  let planId: string;
  /** The meeting that is moved. */
  let pair: string;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    reader = await openReader({ language, role: 'organiser' });
    edition = await releasedMorning(reader, [`By hand ${language}`, `手动调整${language}`]);
  });
  afterAll(() => reader.close());

  const at = (path: string): string => `/editions/${edition.id}${path}`;
  const draft = (): Promise<Schedule & Versioned> => ask(reader.context, at(`/plans/${planId}/grid`));

  const schedule = (): Promise<Schedule> => ask(reader.context, at('/schedule'));
  const stands = ({ cells }: Schedule): readonly string[] =>
    cells.map(({ meetingId, slot, place }) => `${meetingId} ${slot} ${place}`).sort();
  const cell = (codes: string): Locator => cellOfPair(reader.page, codes);

  /** E01 B02 by name. */
  function whoOf(pair: string): string {
    const [codeA = '', codeB = ''] = pair.split(' ');
    const [a, b] = [codeA, codeB].map((code) => (language === 'en' ? `Company ${code}` : `${code}公司`));
    return reader.t('meetings.a_with_b', { a: a ?? '', codeA, b: b ?? '', codeB });
  }

  /** The most meetings that a participant takes. */
  async function limit(participantId: string, maxMeetings: number): Promise<void> {
    const path = at(`/participants/${participantId}`);
    const { version } = await ask<Versioned>(reader.context, path);
    await ask(reader.context, path, { method: 'PATCH', data: { maxMeetings }, version });
  }

  stage('what fits nowhere in a draft is not placed by one press: what each time would cause is seen first', async () => {
    const { page, t, context } = reader;
    const { entries } = await ask<{ readonly entries: readonly Versioned[] }>(context, at('/plans'));
    planId = (await ask<Versioned>(context, at(`/plans/${entries[0]?.id ?? ''}/copy`), { method: 'POST' })).id;
    const { cells, participants, version } = await draft();
    const [out] = cells;
    const who = participants[out?.a ?? 0];
    await ask(context, at(`/plans/${planId}/meetings/${out?.meetingId ?? ''}`), { method: 'DELETE', version });
    const codes = [out?.a ?? 0, out?.b ?? 0].map((index) => participants[index]?.code).join(' ');
    const placeIt = page.getByRole('button', { name: t('meetings.action_on', { action: t('meetings.place_it'), pair: codes }) });
    const choose = page.getByRole('button', { name: t('meetings.action_on', { action: t('meetings.choose_place'), pair: codes }) });
    const dialog = page.getByRole('dialog', { name: t('meetings.place_who', { who: whoOf(codes) }) });
    const clashes: Locator = dialog.getByRole('table', { name: t('meetings.options_clash') });

    await limit(who?.id ?? '', 2);
    await page.goto(`/editions/${edition.slug}/plan/2`);
    await seen(choose);
    await expect.poll(() => placeIt.count()).toBe(0);
    await choose.click();
    await seen(clashes);
    await expectWhole(page, 'what each time would cause');
    await page.keyboard.press('Escape');

    // It fits when the page is drawn, and no longer when the button is pressed.
    await limit(who?.id ?? '', 3);
    await page.reload();
    await seen(placeIt);
    await limit(who?.id ?? '', 2);
    await placeIt.click();
    await seen(dialog.getByRole('alert').getByText(t('meetings.fits_nowhere')));
    await seen(clashes);
    expect((await draft()).cells).toHaveLength(8);
    await page.keyboard.press('Escape');

    await limit(who?.id ?? '', 3);
    await page.reload();
    const sent: string[] = [];
    page.on('request', (request) => void (request.url().endsWith('/place') && sent.push(request.url())));
    await placeIt.dblclick(); // the second click is part of the first
    await seen(toast(page).getByText(t('meetings.told_placed', { pair: codes })));
    expect(sent).toHaveLength(1);
    expect((await draft()).cells).toHaveLength(9);
    expect(reader.faults).toEqual([]);
  });

  stage(
    'what is pinned shows in the schedule; a move names the companies, offers no time that is taken, and is left as any dialog',
    async () => {
      const { page, t, context } = reader;
      const { cells, participants, version } = await draft();
      const [ours] = cells;
      const pinned = cells.find(({ a, b }) => a !== ours?.a && b !== ours?.b);
      const path = at(`/plans/${planId}`);
      const pin = await ask<Versioned>(context, `${path}/meetings/${pinned?.meetingId ?? ''}/pin`, { method: 'PUT', version });
      await ask(context, `${path}/release`, { method: 'POST', version: pin.version });
      // Room for one move: the other meetings of one of the two are cancelled.
      for (const { meetingId } of cells.filter(({ meetingId, a }) => a === ours?.a && meetingId !== ours?.meetingId))
        await ask(context, at(`/schedule/${meetingId}/cancel`), { method: 'POST' });
      const pairOf = (one: typeof ours): string => [one?.a ?? 0, one?.b ?? 0].map((index) => participants[index]?.code).join(' ');
      pair = pairOf(ours);

      await page.goto(`/editions/${edition.slug}/schedule`);
      await seen(cell(pairOf(pinned)));
      await expect.poll(() => cell(pairOf(pinned)).innerText()).toContain(t('design.pinned'));
      await expect.poll(() => cell(pair).innerText()).not.toContain(t('design.pinned'));

      await cell(pair).focus();
      await page.keyboard.press('m');
      const who = whoOf(pair);
      const dialog = page.getByRole('dialog', { name: t('meetings.move_who', { who }) });
      await seen(dialog);
      const times = dialog.getByLabel(t('meetings.time')).locator('option');
      // The buyer has two other meetings; the exhibitor has none left.
      await expect.poll(() => times.and(page.locator(':disabled')).count()).toBe(2);
      await expect.poll(() => times.count()).toBe(4);
      await expectWhole(page, 'a meeting of the schedule is moved');
      await dialog.getByRole('button', { name: t('design.cancel'), exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.keyboard.press('m');
      await dialog.getByRole('button', { name: t('meetings.cancel_meeting_ask') }).click();
      const question = page.getByRole('dialog', { name: t('meetings.cancel_who', { who }) });
      await seen(question);
      await question.getByRole('button', { name: t('meetings.keep_meeting') }).click();
      expect((await schedule()).cells).toHaveLength(7);
    },
  );

  stage('a move is taken back long after its toast has gone, then what was changed before it', async () => {
    const { page, t } = reader;
    const before = await schedule();
    await cell(pair).focus();
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog', { name: t('meetings.move_who', { who: whoOf(pair) }) });
    const times = dialog.getByLabel(t('meetings.time'));
    const [free] = await times
      .locator('option:not(:disabled):not(:checked)')
      .evaluateAll((options) => options.map((one) => one.getAttribute('value')));
    await times.selectOption(free ?? '');
    await dialog.getByRole('button', { name: t('meetings.move_the_meeting') }).click();
    await seen(toast(page).getByText(t('meetings.told_booking_moved', { who: whoOf(pair), number: 5 })));
    expect(stands(await schedule())).not.toEqual(stands(before));

    await page.reload();
    const undo = page.getByRole('button', { name: t('meetings.repair_undo'), exact: true });
    await undo.click();
    const question = (number: number): Locator => page.getByRole('dialog', { name: t('meetings.repair_undo_question', { number }) });
    await seen(
      question(5)
        .getByRole('listitem')
        .filter({ hasText: whoOf(pair) }),
    );
    await expectWhole(page, 'the question before a move is taken back');
    await question(5)
      .getByRole('button', { name: t('meetings.repair_undo'), exact: true })
      .click();
    await seen(toast(page).getByText(t('meetings.repair_undone', { number: 6 })));
    expect(stands(await schedule())).toEqual(stands(before));

    // The cancellation before it is next.
    await question(5).waitFor({ state: 'detached' });
    await undo.click();
    await seen(question(4));
    await question(4)
      .getByRole('button', { name: t('meetings.repair_undo'), exact: true })
      .click();
    await seen(toast(page).getByText(t('meetings.repair_undone', { number: 7 })));
    expect((await schedule()).cells).toHaveLength(8);
    await page.goto(`/editions/${edition.slug}/releases`);
    await seen(page.getByText(t('meetings.release_takes_back', { number: 4 })));
    expect(reader.faults).toEqual([]);
  });

  stage('what was asked for after the search began is told apart wherever it is counted', async () => {
    const { page, t, context } = reader;
    const name = { en: { text: 'Company B04', origin: 'human' }, 'zh-Hans': { text: 'B04公司', origin: 'human' } };
    const late = { code: 'B04', role: 'buyer', name, languages: ['en'] };
    const { id: toId } = await ask<Versioned>(context, at('/participants'), { method: 'POST', data: late });
    const fromId = (await draft()).participants.find(({ code }) => code === 'E01')?.id;
    await ask(context, at('/requests'), { method: 'POST', data: { requests: [{ fromId, toId, wish: 'want' }] } });
    await page.goto(`/editions/${edition.slug}/plan/2`);
    const since = t('meetings.unplaced_since', { count: 1 });
    await seen(page.getByRole('region', { name: t('meetings.result') }).getByText(since));
    await seen(page.locator('#unplaced').getByText(since));
  });

  stage('on a phone the tabs say that there are more of them, and steps that are done are folded', async () => {
    const { page, t } = reader;
    await page.setViewportSize({ width: 390, height: 844 });
    const tabs = page.getByRole('navigation', { name: t('meetings.tabs') });
    const more = (): Promise<string | null> => tabs.getAttribute('data-more');
    await page.goto(`/editions/${edition.slug}/work`);
    await expect.poll(more).toBe('after');
    const steps = page.getByRole('region', { name: t('meetings.steps') });
    await seen(steps.getByText(t('meetings.steps_all_done')).or(steps.getByText(t('meetings.steps_done_untold'))));
    await expect.poll(() => steps.getByRole('listitem').count()).toBe(0);
    await page.goto(`/editions/${edition.slug}/agendas`);
    await expect.poll(more).toContain('before');
    await tabs.evaluate((box) => box.scrollTo({ left: box.scrollWidth }));
    await expect.poll(more).toBe('before');
  });
});
