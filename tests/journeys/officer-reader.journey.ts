// The desk officer and the public reader, in both languages: what is public is found, what is not is nowhere; a link by mail opens the door once.
import { expect, test, describe } from 'vitest';
import { ask, demoForum } from './prepare.ts';
import { addressOf, chineseFirst, goOn, openContext, openReader, origin, overhear, seen, settled, titled } from './reader.ts';

/** What nobody outside may learn: buyers, the people to ask for, why companies want to meet, interpreters. */
const secrets = [
  'Yunzhan',
  '云栈渡',
  'Lanzhu',
  '岚渚',
  'Whitlock',
  'Ilves',
  'Gu Wenqing',
  'Finding leaks',
  '老旧管网',
  'example.org',
  'B05',
];

test('where there is no page, or none that the reader may see, the answer is 404; where there is one it is 200', async () => {
  const statuses: Record<string, number> = {};
  const paths = ['/ties/liverpool-gb--shanghai-cn/report', '/cities/liverpool-gb', '/cities/atlantis', '/ties/a--b', '/wp-login.php'];
  for (const path of paths) statuses[path] = (await fetch(`${origin}${path}`)).status;
  expect(Object.values(statuses)).toEqual([200, 200, 404, 404, 404]);
});

describe.each(chineseFirst)('in %s', (language) => {
  test('a reader without an account finds the edition, its exhibitors by hall, stand and name, and nothing private', async () => {
    const reader = await openReader({ language });
    const { page, t } = reader;
    const heard = overhear(reader);
    await page.goto('/');
    await titled(page, t('cities.reader_title'));
    await page
      .getByRole('main')
      .getByRole('link', { name: t('expos.editions'), exact: true })
      .click();
    await titled(page, t('expos.editions'));
    const table = page.getByRole('main').getByRole('table');
    await seen(table);
    // Of the demo, that is: other journeys publish editions of their own.
    const listed = (await table.locator('tbody tr').allInnerTexts()).filter((row) =>
      /\((?:example|demonstration)\)|（示例）|Import Expo|进口博览会/.test(row),
    );
    expect(listed.length, 'only the two public editions and those of the known expo are listed').toBe(10);
    const forum = { en: 'Harbour Cooperation Forum (example)', 'zh-Hans': '港湾合作论坛（示例）' }[language];
    await table.getByRole('link', { name: forum, exact: true }).click();
    await titled(page, forum);
    await seen(page.getByText(t('expos.exhibitor_count', { count: 30 })));
    await page
      .getByRole('navigation', { name: t('expos.exhibitors') })
      .getByRole('link', { name: t('expos.by_name') })
      .click();
    await page.waitForURL(/by=name/);
    const names = page.getByRole('table', { name: t('expos.exhibitors') }).locator('tbody tr');
    await expect.poll(() => names.count()).toBe(30);
    // Found by its name in the other language as well.
    for (const sought of ['cypress', '柏树']) {
      await page.getByLabel(t('expos.search_exhibitors')).fill(sought);
      await expect
        .poll(() => names.allInnerTexts())
        .toEqual([expect.stringContaining({ en: 'Cypress Water', 'zh-Hans': '柏树水务' }[language])]);
    }
    await page.getByLabel(t('expos.search_exhibitors')).fill('Lanzhu');
    await seen(page.getByText(t('expos.no_exhibitor_fits'), { exact: true }));
    const seenText = await page.locator('body').innerText();
    const all = (await heard()) + seenText.replaceAll('Lanzhu', '');
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
    expect(reader.faults).toEqual([]);
    await reader.close();
  });

  test('whoever is not signed in is led to the sign-in and back to what was asked for', async () => {
    const reader = await openReader({ language });
    const { page, t } = reader;
    await page.goto('/account');
    await page.waitForURL(/\/sign-in\?next=%2Faccount/);
    await titled(page, t('accounts.sign_in'));
    const form = page.getByRole('region', { name: t('accounts.with_password') });
    await form.getByLabel(t('accounts.email')).fill(addressOf('officer'));
    await form.getByLabel(t('accounts.password')).fill('not-the-password');
    await form.getByRole('button').click();
    await seen(form.getByRole('alert'));
    await expect
      .poll(() => form.getByLabel(t('accounts.email')).inputValue(), { message: 'what was entered stays' })
      .toBe(addressOf('officer'));
    await reader.close();
  });

  test('the desk officer comes in by a link from the outbox; it works once', async () => {
    const reader = await openReader({ language });
    const { page, t } = reader;
    await page.goto('/sign-in');
    const form = page.getByRole('region', { name: t('accounts.with_link') });
    await form.getByLabel(t('accounts.email')).fill(addressOf('officer'));
    await form.getByRole('button', { name: t('accounts.send_link') }).click();
    await seen(form.getByRole('status').getByText(t('accounts.link_sent', { email: addressOf('officer') })));
    await page.goto('/outbox');
    const mail = page
      .getByRole('region')
      .filter({ hasText: addressOf('officer') })
      .filter({ has: page.locator('a[href^="/sign-in/link"]') });
    const link = mail.first().locator('a[href^="/sign-in/link"]');
    const address = (await link.getAttribute('href')) ?? '';
    await link.click();
    await page.getByRole('button', { name: t('accounts.link_open') }).click();
    // A city's office begins at its desk, and is known by its name.
    await page.waitForURL('/');
    await seen(
      page.locator('header.bar').getByText({ en: 'Liverpool desk (demonstration)', 'zh-Hans': '利物浦外事工作台（演示）' }[language]),
    );
    await page.goto(address);
    await page.getByRole('button', { name: t('accounts.link_open') }).click();
    await seen(page.getByRole('alert'));
    await page.getByRole('link', { name: t('accounts.link_anew') }).click();
    await page.waitForURL('/');
    expect(reader.faults).toEqual([]);
    await reader.close();
  });

  test('who was invited and has no password chooses one by a link from the outbox, and signs in with it', async () => {
    const officer = await openContext({ language, role: 'officer' });
    const { offices } = await ask<{ readonly offices: readonly { readonly id: string }[] }>(officer.context, '/session');
    const members = `/offices/${offices[0]?.id ?? ''}/members`;
    const email = `newcomer-${language.toLowerCase()}@example.org`;
    const { account } = await ask<{ readonly account: string }>(officer.context, members, {
      method: 'POST',
      data: { email, name: 'New Comer', role: 'viewer', language },
    });
    const reader = await openReader({ language });
    const { page, t } = reader;
    await page.goto('/sign-in');
    await page.getByRole('link', { name: t('accounts.password_lost') }).click();
    await titled(page, t('accounts.choose_password'));
    await page.getByLabel(t('accounts.email')).fill(email);
    await page.getByRole('button', { name: t('accounts.send_link') }).click();
    await seen(page.getByRole('status').getByText(t('accounts.link_sent', { email })));
    await page.goto('/outbox');
    await page.getByRole('region').filter({ hasText: email }).locator('a[href^="/sign-in/password"]').first().click();
    await titled(page, t('accounts.choose_password'));
    await page.getByLabel(t('accounts.new_password')).fill('short');
    await page.getByRole('button', { name: t('accounts.choose_password') }).click();
    await seen(page.getByRole('alert'));
    await page.getByLabel(t('accounts.new_password')).fill('a long password of my own');
    await page.getByRole('button', { name: t('accounts.choose_password') }).click();
    await page.waitForURL('/sign-in');
    const form = page.getByRole('region', { name: t('accounts.with_password') });
    await form.getByLabel(t('accounts.email')).fill(email);
    await form.getByLabel(t('accounts.password')).fill('a long password of my own');
    await form.getByRole('button').click();
    await page.waitForURL('/');
    await page.goto('/account');
    await seen(page.getByRole('main').getByText(email));
    // The session ends meanwhile; a link by mail, opened in another window, brings the page back with what was typed.
    await page.getByLabel(t('accounts.name'), { exact: true }).fill('New Name');
    const ended = await reader.context.request.post('/api/auth/sign-out', { data: {}, headers: { origin } });
    expect(ended.ok()).toBe(true);
    await page.getByRole('button', { name: t('accounts.save'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t('accounts.session_over') });
    await dialog.getByRole('button', { name: t('accounts.send_link') }).click();
    await seen(dialog.getByText(t('accounts.link_sent_beside', { email })));
    const other = await reader.context.newPage();
    await other.goto('/outbox');
    await other.getByRole('region').filter({ hasText: email }).locator('a[href^="/sign-in/link"]').first().click();
    await other.getByRole('button', { name: t('accounts.link_open') }).click();
    await other.waitForURL('/');
    await other.close();
    await page.bringToFront();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await dialog.waitFor({ state: 'detached' });
    await seen(page.getByText(t('accounts.saved')));
    await ask(officer.context, `${members}/${account}`, { method: 'DELETE' });
    expect(reader.faults).toEqual([]);
    await reader.close();
    await officer.close();
  });

  test('an office that takes no part is not told what other offices plan, and the pages say so', async () => {
    const reader = await openReader({ language, role: 'shanghai' });
    const { page, t, context } = reader;
    const heard = overhear(reader);
    const { slug, id } = await demoForum(context);
    await page.goto(`/editions/${slug}`);
    for (const path of ['/work', '/requests', '/plan', '/plan/1', '/releases', '/schedule']) {
      await goOn(reader, `/editions/${slug}${path}`);
      await seen(page.getByRole('main').getByText(t('expos.organiser_only')));
    }
    for (const path of ['', '/agendas', '/agendas/B05', '/setup', '/setup/participants']) {
      await goOn(reader, `/editions/${slug}${path}`);
      await settled(page);
    }
    const all = (await heard()) + (await page.locator('main').innerText());
    expect(secrets.filter((secret) => secret !== 'example.org' && all.includes(secret))).toEqual([]);
    await expect(ask(context, `/editions/${id}/requests`)).rejects.toThrow(/ 40[34]:/);
    expect(reader.faults).toEqual([]);
    await reader.close();
  });
});
