// The register of cities: a reader finds a city by a slip of the pen, and the register office adds one, names it and tells of it.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { hindrancesOn } from '../page-check.ts';
import { ask } from '../prepare.ts';
import { escaped, mainLanguages, openReader, seen, settled, stagesOf, titled, toast, type Reader } from '../reader.ts';

/** A place of the gazetteer that the demo world does not hold, for each language, and what it is called in Chinese. */
const places = {
  en: { sought: 'reykjavik', name: 'Reykjavík', chinese: '雷克雅未克', slug: 'reykjavik-is' },
  'zh-Hans': { sought: 'tallinn', name: 'Tallinn', chinese: '塔林', slug: 'tallinn-ee' },
} as const;

/** The entry that is open is changed in a second window; to publish it as it was read is refused, and what was typed stays. */
async function changedElsewhere({ page, t }: Reader): Promise<void> {
  const note = page.getByRole('textbox', { name: t('cities.publish_note') });
  await note.fill('Nobody else writes here.');
  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.getByRole('button', { name: t('cities.edit'), exact: true }).click();
  const dialog = second.getByRole('dialog');
  await dialog.locator('textarea[name="body.en"]').fill('A tale told anew.');
  await dialog.getByRole('button', { name: t('cities.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await second.close();
  await page.getByRole('button', { name: t('cities.publish'), exact: true }).click();
  await seen(page.getByRole('alert').getByText(t('cities.changed_while_read', { number: 2 })));
  await seen(page.getByText('A tale told anew.'));
  await expect.poll(() => note.inputValue()).toBe('Nobody else writes here.');
}

describe.each(mainLanguages)('in %s', (language) => {
  const place = places[language];
  let reader: Reader;
  let keeper: Reader;
  const stage = stagesOf(() => keeper);

  beforeAll(async () => {
    reader = await openReader({ language, width: 390 });
    keeper = await openReader({ language, role: 'register' });
  });
  afterAll(async () => {
    await reader.close();
    await keeper.close();
  });

  stage('a reader without an account finds a city in any script, misspelt or not', async () => {
    const { page, t } = reader;
    await page.goto('/');
    await titled(page, t('cities.reader_title'));
    for (const words of ['liverpol', '利物浦', 'li wu pu']) {
      await page.getByRole('search').getByRole('combobox').fill(words);
      await page.getByRole('button', { name: t('cities.search'), exact: true }).click();
      await seen(
        page
          .getByRole('region', { name: new RegExp(`^${escaped(t('cities.kind_city'))}`) })
          .getByRole('link', { name: /^(Liverpool|利物浦)$/ }),
      );
    }
    await page
      .getByRole('link', { name: /^(Liverpool|利物浦)$/ })
      .first()
      .click();
    await titled(page, /^(Liverpool|利物浦)$/);
    await seen(page.getByText('GeoNames'));
    expect(reader.faults).toEqual([]);
  });

  stage('the field answers while one types, and the keys alone lead to the city', async () => {
    const { page, t } = reader;
    await page.goto('/');
    const field = page.getByRole('search').getByRole('combobox');
    await field.pressSequentially('live');
    await seen(page.getByRole('option', { name: /^(Liverpool|利物浦)/ }));
    await field.press('Escape');
    await expect.poll(() => page.getByRole('option').count()).toBe(0);
    await field.press('ArrowDown');
    await seen(page.getByRole('option', { name: /^(Liverpool|利物浦)/, selected: true }));
    await field.press('Enter');
    await titled(page, /^(Liverpool|利物浦)$/);
    await page.goto('/');
    await field.pressSequentially('%%');
    await seen(page.getByText(t('cities.search_no_finds')));
    expect(reader.faults).toEqual([]);
  });

  stage('the register office chooses a place from the gazetteer, once', async () => {
    const { page, t } = keeper;
    await page.goto('/cities');
    await page.getByRole('link', { name: t('cities.add') }).click();
    await page.getByLabel(t('cities.place_name')).fill(place.sought);
    await page
      .getByRole('row', { name: new RegExp(place.name) })
      .first()
      .getByRole('button')
      .click();
    await page
      .getByRole('textbox', { name: t('cities.name'), exact: true })
      .nth(1)
      .fill(place.chinese);
    await page.getByRole('button', { name: t('cities.add_to_register') }).click();
    await page.waitForURL(`**/cities/${place.slug}`);
    await titled(page, language === 'en' ? place.name : place.chinese);
    await settled(page);
    await page.goto('/cities/new');
    await page.getByLabel(t('cities.place_name')).fill(place.sought);
    await seen(page.getByRole('link', { name: t('cities.on_record') }));
    // By hand, too, what is called like one of the register is asked about before it is added again.
    await page.getByRole('button', { name: t('cities.by_hand') }).click();
    await page
      .getByRole('textbox', { name: t('cities.name'), exact: true })
      .nth(1)
      .fill(place.chinese);
    await page.getByRole('combobox', { name: t('cities.country') }).fill(place.slug.slice(-2).toUpperCase());
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: t('cities.add_to_register') }).click();
    await seen(page.getByText(t('cities.already_there')));
    await seen(page.getByRole('button', { name: t('cities.another_city') }));
  });

  stage('two official names in one language are refused at their place, and the form is kept', async () => {
    const { page, t } = keeper;
    await page.goto(`/cities/${place.slug}/names`);
    await page.getByRole('button', { name: t('cities.add_name') }).click();
    await page.getByLabel(t('cities.language'), { exact: true }).nth(2).selectOption('en');
    await page
      .getByRole('textbox', { name: t('cities.name'), exact: true })
      .nth(2)
      .fill('Harbour of tests');
    await page.getByRole('button', { name: t('cities.save_names') }).click();
    await seen(page.getByRole('main').getByText(t('cities.official_twice', { language: 'en' })));
    expect(await hindrancesOn(page, 'all')).toEqual([]);
    await page.getByLabel(t('cities.name_kind')).nth(2).selectOption('former');
    await page.getByRole('button', { name: t('cities.save_names') }).click();
    await seen(toast(page).getByText(t('cities.saved')));
    await reader.page.goto('/search?q=harbour of tests');
    await seen(reader.page.getByRole('link', { name: new RegExp(`^(${place.name}|${place.chinese})$`) }));
  });

  stage('a story is a draft until it is published, and what becomes public is seen before', async () => {
    const { page, t } = keeper;
    await page.goto(`/cities/${place.slug}/profile`);
    await page.getByRole('button', { name: t('cities.add_entry') }).click();
    const dialog = page.getByRole('dialog').first();
    await dialog.getByLabel(t('cities.entry_kind'), { exact: true }).selectOption('story');
    for (const [at, words] of ['A tale of tests', '测试故事'].entries()) {
      const tag = at === 0 ? 'en' : 'zh-Hans';
      await dialog.locator(`input[name="title.${tag}"]`).fill(words);
      await dialog.locator(`textarea[name="body.${tag}"]`).fill(`${words}.`);
    }
    // One key does not throw away what was typed.
    await page.keyboard.press('Escape');
    const leaving = page.getByRole('dialog', { name: t('design.leave_typed') });
    await leaving.getByRole('button', { name: t('design.cancel'), exact: true }).click();
    await leaving.waitFor({ state: 'detached' });
    await expect.poll(() => dialog.locator('input[name="title.en"]').inputValue()).toBe('A tale of tests');
    await dialog.getByRole('button', { name: t('cities.save'), exact: true }).click();
    await seen(page.getByText(t('cities.state_draft'), { exact: true }));
    const told = reader.page.getByRole('heading', { name: language === 'en' ? 'A tale of tests' : '测试故事' });
    await reader.page.goto(`/cities/${place.slug}`);
    await seen(reader.page.getByText(reader.t('cities.nothing_told')));
    const title = language === 'en' ? 'A tale of tests' : '测试故事';
    await page.getByRole('link', { name: t('cities.open_entry_named', { title }) }).click();
    for (const words of ['A tale of tests', '测试故事']) await seen(page.getByRole('heading', { name: words, level: 3 }));
    expect(await hindrancesOn(page, 'all')).toEqual([]);
    await changedElsewhere(keeper);
    await page.getByRole('button', { name: t('cities.publish'), exact: true }).dblclick(); // the second click takes nothing back
    await seen(page.getByText(t('cities.is_public')));
    await seen(page.getByText(t('cities.step_published', { name: t('cities.you_did'), number: 2 })));
    await reader.page.reload();
    await settled(reader.page);
    await seen(told);
  });

  stage('a rule of the naming policy is made for a place that is found by its name', async () => {
    const { page, context, t } = keeper;
    const sought = { en: 'Vlorë', 'zh-Hans': 'Shkodër' }[language];
    await page.goto('/naming');
    await page
      .getByRole('button', { name: t('cities.add_rule'), exact: true })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: t('cities.add_rule') });
    await dialog.getByRole('searchbox', { name: t('cities.one_place') }).fill(sought);
    await dialog.getByRole('row').filter({ hasText: sought }).first().getByRole('button').click();
    await dialog.locator('input[name="labels.en"]').fill(sought);
    await dialog.getByRole('textbox', { name: t('cities.reason') }).fill('A test of the policy.');
    expect(await hindrancesOn(page, 'all')).toEqual([]);
    await dialog.getByRole('button', { name: t('cities.save'), exact: true }).click();
    await seen(toast(page).getByText(t('cities.rule_saved')));
    const { entries } = await ask<{ readonly entries: readonly { readonly geonamesId: number | null; readonly reason: string }[] }>(
      context,
      '/label-rules',
    );
    const made = entries.filter(({ reason }) => reason === 'A test of the policy.');
    expect(made.at(-1)?.geonamesId).toBeGreaterThan(0);
    // Each name stands in the product's own faces, also with letters of Albanian, Romanian or Polish.
    const faces = await page.evaluate(() =>
      Promise.all(
        ["16px 'Source Sans 3'", "16px 'Source Sans 3 beside Han'", "32px 'Newsreader'"].map((face) => document.fonts.load(face, 'ș')),
      ),
    );
    expect(faces.map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  stage('who parts a merged city again is asked first, and told that it is done', async () => {
    const { page, context, t } = keeper;
    const { offices } = await ask<{ readonly offices: readonly { readonly id: string }[] }>(context, '/session');
    const office = offices[0]?.id;
    const enter = (text: string) =>
      ask<{ readonly id: string }>(context, '/cities', {
        method: 'POST',
        data: { office, country: place.slug.slice(-2).toUpperCase(), names: [{ language: 'en', kind: 'official', text }] },
      });
    const former = `Twin of ${place.name}`;
    const [fromId, intoId] = [(await enter(former)).id, (await enter(`Other ${place.name}`)).id];
    await ask(context, '/city-merges', { method: 'POST', data: { fromId, intoId, reason: 'Entered twice.' } });
    await page.goto('/cities/duplicates?state=merged');
    const row = page.getByRole('listitem').filter({ hasText: former });
    const press = { name: t('ties.undo_merge'), exact: true };
    await row.getByRole('button', press).click();
    const question = page.getByRole('dialog', { name: t('ties.part_question', { former }) });
    expect(await hindrancesOn(page, 'all')).toEqual([]);
    await question.getByRole('button', { name: t('design.cancel'), exact: true }).click();
    await question.waitFor({ state: 'detached' });
    await row.getByRole('button', press).click();
    await question.getByRole('button', press).click();
    await seen(toast(page).getByText(t('ties.parted', { former })));
    await row.waitFor({ state: 'detached' });
  });
});
