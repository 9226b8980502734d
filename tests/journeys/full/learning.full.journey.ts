// What answers to a city's challenges, and who learned what from whom: an officer acts on a match, adds words of the house and what was learned, and takes
// each back; everybody searches in either language and reads who said what.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, dayFromNow, openEdition } from '../prepare.ts';
import { chineseFirst, openReader, seen, titled, toast, type Reader } from '../reader.ts';

describe.each(chineseFirst)('in %s', (language) => {
  let officer: Reader;
  let public_: Reader;
  beforeAll(async () => {
    officer = await openReader({ language, role: 'officer', width: 1280 });
    public_ = await openReader({ language, width: 390 });
  });
  afterAll(async () => {
    expect([officer.faults, public_.faults]).toEqual([[], []]);
    await Promise.all([officer.close(), public_.close()]);
  });

  test('the example in energy finds the sister’s practice and a company’s offer; an exchange begins with what is known filled in', async () => {
    const { page, t } = officer;
    await page.goto('/cities/liverpool-gb/matches');
    await titled(page, t('matching.cities_title'));
    const example = page.locator('.matched > li').filter({
      has: page.getByRole('heading', { level: 3, name: { en: /^Example: cleaner energy/, 'zh-Hans': /^示例：船舶与码头/ }[language] }),
    });
    const corridor = { en: 'A green shipping corridor with Los Angeles', 'zh-Hans': '与洛杉矶共建绿色航运走廊' }[language];
    await seen(example.getByRole('heading', { name: corridor }));
    await seen(example.getByRole('heading', { name: { en: 'Windlass Bay Turbines', 'zh-Hans': '绞盘湾风机' }[language] }));
    const match = example.locator('.suggestions > li').filter({ hasText: corridor });
    const figure = Number(await match.locator('.mark b').innerText());
    await match.getByText(t('matching.why'), { exact: true }).click();
    const lines = await match.locator('.bill .line td').allInnerTexts();
    expect(lines.reduce((sum, line) => sum + Number(line), 0)).toBe(figure);
    await match
      .getByRole('button', { name: t('matching.cities_exchange_with', { city: { en: 'Shanghai', 'zh-Hans': '上海' }[language] }) })
      .click();
    const dialog = page.getByRole('dialog', { name: t('ties.add_exchange') });
    await expect.poll(() => dialog.locator(`input[lang="${language}"]`).first().inputValue()).toMatch(/^Example|^示例/);
    await dialog.getByRole('button', { name: t('design.cancel') }).click();
  });

  test('a company whose offer answers to it is asked for a meeting with one press, for the city’s own participant, and no longer', async () => {
    const { page, t, context } = officer;
    const organiser = await openReader({ language, role: 'organiser', width: 1280 });
    const name = { en: ['Answers at hand', '近在眼前'], 'zh-Hans': ['Answers in sight', '眼前答案'] } as const;
    const edition = await openEdition(organiser.context, { name: name[language], firstDay: dayFromNow(9) });
    const said = (en: string, zh: string) => ({ en: { text: en, origin: 'human' }, 'zh-Hans': { text: zh, origin: 'human' } });
    const add = (data: object) =>
      ask<{ readonly id: string }>(organiser.context, `/editions/${edition.id}/participants`, { method: 'POST', data });
    const { offices } = await ask<{ readonly offices: readonly { readonly id: string }[] }>(context, '/session');
    await add({ code: 'B01', role: 'buyer', name: said('Liverpool City Council', '利物浦市议会'), officeId: offices[0]?.id });
    const company = `Quayside ${language}`;
    const offer = said('Shore power and clean fuel for ships at quays', '船舶岸电与清洁燃料');
    await add({ code: 'E01', role: 'exhibitor', name: said(company, company), offer });
    await organiser.close();
    await page.goto('/cities/liverpool-gb/matches');
    const match = page.locator('.suggestions > li').filter({ hasText: company });
    const made = async () =>
      (await ask<{ readonly made: readonly { readonly wish: string }[] }>(context, `/editions/${edition.id}/my-requests`)).made;
    await match.getByRole('button', { name: t('meetings.suggest_ask_whom', { name: company }) }).click();
    await seen(match.getByText(t('meetings.suggest_asked_whom', { name: company })));
    expect((await made()).map(({ wish }) => wish)).toEqual(['want']);
    await match.getByRole('button', { name: t('meetings.suggest_undo_whom', { name: company }) }).click();
    await expect.poll(async () => (await made()).length).toBe(0);
  });

  test('words of the house are pasted, refused row by row, added and taken back', async () => {
    const { page, t } = officer;
    await page.goto('/office/words');
    await titled(page, t('matching.words_title'));
    await page.getByLabel(t('matching.words_table')).fill(`English\t中文\n${language} quay plug\t岸电\n储能\t\n`);
    await seen(page.getByText(t('matching.own_word_missing')));
    await page.getByRole('button', { name: t('matching.words_add_many', { count: 1 }) }).click();
    await seen(page.getByRole('table', { name: t('matching.words_known') }).getByText(`${language} quay plug`));
    await toast(page).getByRole('button').first().click();
    await seen(page.getByText(t('matching.words_empty')));
  });

  test('what was learned is entered by the desk for itself, and taken back', async () => {
    const { page, t, context } = officer;
    const words = `Port trusts ${language}`;
    await page.goto('/ties/liverpool-gb--shanghai-cn');
    await page.getByRole('button', { name: t('matching.lessons_add') }).click();
    const dialog = page.getByRole('dialog', { name: t('matching.lessons_add') });
    await dialog.locator(`input[name="title.${language}"], input[lang="${language}"]`).first().fill(words);
    await dialog.getByRole('button', { name: t('evidence.save') }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page.getByRole('heading', { name: words }));
    const { id } = await ask<{ readonly id: string }>(context, '/cities/liverpool-gb');
    const entered = async () =>
      (await ask<{ readonly entries: readonly { readonly visibility: string }[] }>(context, `/cities/${id}/lessons`)).entries;
    expect((await entered()).map(({ visibility }) => visibility)).toEqual(['private']);
    await toast(page).getByRole('button').first().click();
    await expect.poll(async () => (await entered()).length).toBe(0);
  });

  test('a city that was typed and not chosen holds a form back, and what was typed stays', async () => {
    const { page, t } = officer;
    const typed = 'Nowhere in particular';
    await page.goto('/cities/liverpool-gb');
    await page.getByRole('button', { name: t('matching.lessons_add') }).click();
    const dialog = page.getByRole('dialog', { name: t('matching.lessons_add') });
    const city = dialog.getByRole('searchbox', { name: t('matching.lesson_other') });
    await dialog.locator(`input[name="title.${language}"], input[lang="${language}"]`).first().fill('Port trusts');
    await city.fill(typed);
    await seen(dialog.getByText(t('cities.nothing_fits')));
    await dialog.getByRole('button', { name: t('evidence.save') }).click();
    await seen(dialog.getByText(t('design.words_unchosen', { typed })));
    await expect.poll(() => city.inputValue()).toBe(typed);
  });

  test('a reader finds practices by words of the other language, and whose word it is that banking was learned from San Francisco', async () => {
    const { page, t } = public_;
    await page.goto('/challenges');
    await titled(page, t('cities.told_title'));
    await page.getByLabel(t('matching.told_words')).fill({ en: '航运', 'zh-Hans': 'shipping' }[language]);
    await page.waitForURL(/q=/);
    await seen(page.getByRole('heading', { name: { en: /green shipping corridor/, 'zh-Hans': /绿色航运走廊/ }[language] }));
    await page.getByLabel(t('matching.told_words')).fill('zzz');
    await seen(page.getByText(t('matching.told_none_fits')));
    await page.goto('/ties/san-francisco-us--shanghai-cn');
    const lessons = page.locator('#lessons');
    await seen(lessons.getByRole('heading', { name: { en: 'Banking', 'zh-Hans': '银行业' }[language] }));
    await seen(lessons.getByText({ en: /Wang Zhan/, 'zh-Hans': /王战/ }[language]));
    await page.goto('/cities/shanghai-cn');
    await seen(page.locator('#lessons').getByText(t('matching.lessons_city_unsaid')));
    await page.goto('/matching');
    await titled(page, t('matching.method_title'));
  });
});
