// The organiser changes a draft and a schedule meeting by meeting, in both languages: nothing is done that was not seen before, and there is a way back.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { releasedMorning, type Schedule } from './morning.ts';
import { expectWhole } from './page-check.ts';
import { ask } from './prepare.ts';
import { languages, openReader, seen, stagesOf, toast, type Reader } from './reader.ts';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

describe.each(languages)('changing by hand, in %s', (language) => {
  let reader: Reader;
  let edition: { readonly id: string; readonly slug: string };
  let planId: string;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    reader = await openReader({ language, role: 'organiser' });
    edition = await releasedMorning(reader, [`By hand ${language}`, `手动调整${language}`]);
  });
  afterAll(() => reader.close());

  const at = (path: string): string => `/editions/${edition.id}${path}`;
  const draft = (): Promise<Schedule & Versioned> => ask(reader.context, at(`/plans/${planId}/grid`));

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
    const [cell] = cells;
    const who = participants[cell?.a ?? 0];
    await ask(context, at(`/plans/${planId}/meetings/${cell?.meetingId ?? ''}`), { method: 'DELETE', version });
    const pair = [cell?.a ?? 0, cell?.b ?? 0].map((index) => participants[index]?.code).join(' ');
    const placeIt = page.getByRole('button', { name: t('meetings.action_on', { action: t('meetings.place_it'), pair }) });
    const choose = page.getByRole('button', { name: t('meetings.action_on', { action: t('meetings.choose_place'), pair }) });
    const dialog = page.getByRole('dialog', { name: t('meetings.place_pair', { pair }) });
    const clashes: Locator = dialog.getByRole('table', { name: t('meetings.options_clash') });

    await limit(who?.id ?? '', 2);
    await page.goto(`/editions/${edition.slug}/plan/2`);
    await seen(choose);
    expect(await placeIt.count()).toBe(0);
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
    await placeIt.click();
    await seen(toast(page).getByText(t('meetings.told_placed', { pair })));
    expect((await draft()).cells).toHaveLength(9);
    expect(reader.faults).toEqual([]);
  });
});
