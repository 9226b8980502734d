// The steward at the door on a phone: by badge, number and name, through a dead network, undone, and what others then see.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { doorCodeOf } from '#modules/meetings/domain/door/door-code.ts';
import { expectWhole } from '../page-check.ts';
import { releasedMorning } from '../morning.ts';
import { ask } from '../prepare.ts';
import { mainLanguages, openReader, seen, stagesOf, type Reader } from '../reader.ts';

interface CheckIns {
  readonly entries: readonly { readonly participantId: string; readonly state: string }[];
}
interface Door {
  readonly participants: readonly { readonly id: string; readonly code: string }[];
}

describe.each(mainLanguages)('the steward at the door, in %s', (language) => {
  let reader: Reader;
  let edition: { readonly id: string; readonly slug: string };
  let idOf: (code: string) => string;
  const stage = stagesOf(() => reader);
  beforeAll(async () => {
    reader = await openReader({ language, role: 'organiser', width: 390 });
    edition = await releasedMorning(reader, [`Door ${language}`, `入口${language}`]);
    const { participants } = await ask<Door>(reader.context, `/editions/${edition.id}/door`);
    idOf = (code) => participants.find((one) => one.code === code)?.id ?? '';
  });
  afterAll(() => reader.close());

  const here = async (): Promise<readonly string[]> => {
    const { entries } = await ask<CheckIns>(reader.context, `/editions/${edition.id}/check-ins`);
    return entries.filter(({ state }) => state === 'here').map(({ participantId }) => participantId);
  };
  const field = () => reader.page.getByLabel(reader.t('meetings.door_who'));

  stage('checks in by badge, typed as a reader of codes types it, wherever the cursor is', async () => {
    const { page, t } = reader;
    await page.goto(`/editions/${edition.slug}/check-in`);
    await seen(field());
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.keyboard.type(doorCodeOf(idOf('E01')));
    await page.keyboard.press('Enter');
    await seen(page.getByRole('button', { name: t('meetings.door_undo'), exact: true }));
    await expect.poll(here).toEqual([idOf('E01')]);
    await expectWhole(page, 'the door');
  });

  stage('undoes it, and it stays undone where the network dies before the list of who is here has been read again', async () => {
    const { page, t, context } = reader;
    const list = `**/editions/${edition.id}/check-ins`;
    await context.route(list, (route) => (route.request().method() === 'GET' ? route.abort('internetdisconnected') : route.continue()));
    await page.getByRole('button', { name: t('meetings.door_undo'), exact: true }).click();
    const undone = page.getByText(t('meetings.door_undone'));
    await seen(undone);
    await expect.poll(here).toEqual([]);
    // Longer than the outbox waits for its next turn.
    await page.waitForTimeout(7000);
    await seen(undone);
    await context.unroute(list);
    await expect.poll(() => page.evaluate((id) => localStorage.getItem(`hansa.door.${id}`), edition.id)).toBeNull();
    await seen(undone);
  });

  stage('goes on through a dead network, and what was entered arrives once it is back, once', async () => {
    const { page, t, context } = reader;
    await expect
      .poll(() => page.evaluate('navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)'))
      .toBe(true);
    await context.setOffline(true);
    await field().fill('E01');
    await field().press('Enter');
    await seen(page.getByText(t('design.kept_waiting', { count: 1 })));
    await field().fill('B01');
    await field().press('Enter');
    await seen(page.getByText(t('design.kept_waiting', { count: 2 })));
    // The page itself opens again, with what it knew and what waits.
    await page.reload();
    await seen(page.getByText(t('design.kept_waiting', { count: 2 })));
    await seen(field());
    await context.setOffline(false);
    await expect.poll(async () => [...(await here())].sort(), { timeout: 15_000 }).toEqual([idOf('E01'), idOf('B01')].sort());
    await expect.poll(() => page.getByText(t('design.kept_waiting', { count: 2 })).count()).toBe(0);
  });

  stage('opens with every name of an expo of thousands without a network', async () => {
    const { page, context } = reader;
    await context.route(`**/editions/${edition.id}/door`, async (route) => {
      const answer = await route.fetch();
      const door = (await answer.json()) as Door;
      const others = Array.from({ length: 4000 }, (_, n) => ({
        ...{ ...door.participants[0], id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` },
        ...{ code: `X${n + 1000}`, name: { en: { text: `Guest ${n + 1000}`, origin: 'human' } } },
      }));
      await route.fulfill({ response: answer, json: { ...door, participants: [...door.participants, ...others] } });
    });
    const whoIs = async (): Promise<void> => {
      await seen(field());
      await field().fill('Guest 4998');
      await seen(page.getByText('X4998'));
    };
    await page.reload();
    await whoIs();
    await context.unroute(`**/editions/${edition.id}/door`);
    await context.setOffline(true);
    await page.reload();
    await whoIs();
    await context.setOffline(false);
    await page.reload();
  });

  stage('refuses a badge of another edition and a personal link, in words', async () => {
    const { page, t } = reader;
    await field().fill(doorCodeOf(edition.id));
    await field().press('Enter');
    await seen(page.getByText(t('meetings.door_stranger')));
    await field().fill('https://hansa.example/in#secret');
    await field().press('Enter');
    await seen(page.getByText(t('meetings.door_link')));
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('secret');
  });
});
