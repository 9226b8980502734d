// What must be true of every page, whoever looks at it: nothing that hinders a reader, nothing in the console, one title, no scrolling sideways.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { en } from '#app/texts/texts.en.ts';
import type { Language } from './reader.ts';

const keys: ReadonlySet<string> = new Set(Object.keys(en));

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Rows repeat what the rows above are made of: those after the fifth, at full size the fifteenth, are left out for the time they take. */
const firstLeftOut = process.env['HANSA_ROUNDS'] === undefined ? 6 : 16;
const looked = {
  exclude: [`tbody > tr:nth-child(n + ${firstLeftOut})`, `.rows > li:nth-child(n + ${firstLeftOut})`, '.packpage:nth-of-type(n + 4)'],
};

/** What is open above a page hides it from everybody, so it alone is looked at: the page was looked at before. */
const openDialog = '[role=dialog], [role=alertdialog], dialog[open]';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** `all`: every rule; `without colours`: all but contrast; `colours`: contrast alone. */
export type Looking = 'all' | 'without colours' | 'colours';

/** Violations of WCAG 2.0 to 2.2, A and AA, each as one sentence; axe comes past the content policy, which stays in force. */
export async function hindrancesOn(page: Page, looking: Looking): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const options = {
    runOnly: looking === 'colours' ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: rules },
    ...(looking === 'without colours' ? { rules: { 'color-contrast': { enabled: false } } } : {}),
    resultTypes: ['violations'],
    preload: false, // it would fetch every style sheet anew
  };
  const found: readonly Violation[] = await page.evaluate(
    `axe.run({ ...${JSON.stringify(looked)}, include: [document.querySelector('${openDialog}') ?? document.documentElement] },
      ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found.map(({ id, help, nodes }) => {
    const shown = nodes
      .slice(0, 2)
      .map(({ target, failureSummary }) => `${target.join(' ')} (${(failureSummary ?? '').replaceAll(/\s+/g, ' ')})`);
    return `axe ${id}, ${help}, ${nodes.length} times: ${shown.join('; ')}`;
  });
}

/** How far the page can be scrolled sideways, as a sentence; nothing when it cannot. */
export async function sidewaysOn(page: Page): Promise<readonly string[]> {
  const by = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const wide = [...document.querySelectorAll('main *, header *, footer *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    );
    return `${scrollWidth - clientWidth} px, because of ${wide
      .slice(0, 3)
      .map((one) => `${one.tagName.toLowerCase()}.${one.className}`)
      .join(', ')}`;
  });
  return by === null ? [] : [`scrolls sideways by ${by}`];
}

/** Texts that the page asks for and that were not loaded: their keys are seen instead. */
export async function keysOn(page: Page): Promise<readonly string[]> {
  const shown = await page.evaluate(() => document.body.innerText.match(/\b[a-z]+(?:\.\w+)+\b/gu) ?? []);
  return [...new Set(shown)]
    .filter((word) => keys.has(word))
    .slice(0, 3)
    .map((key) => `shows the key ${key} in place of its text`);
}

const han = /\p{Script=Han}/u;

/** Title, the one h1, the language of the document and of its headings. */
export async function headsOn(page: Page, language: Language): Promise<readonly string[]> {
  const { title, lang, ones, heads } = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    ones: document.querySelectorAll('h1').length,
    // What is said to be in another language may be.
    heads: [...document.querySelectorAll('h1, h2, h3, legend, caption, th[scope=col]')]
      .filter((head) => head.closest('[lang]') === document.documentElement)
      .map((head) => {
        const own = head.cloneNode(true) as HTMLElement;
        for (const foreign of own.querySelectorAll('[lang]')) foreign.remove();
        return own.textContent.trim();
      }),
  }));
  // Numbers, codes and clock times belong to no language.
  const wordy = heads.filter((head) => /\p{Letter}{3}/u.test(head.replaceAll(/\b[A-Z]{1,2}-?\d+\b/g, '')));
  const foreign = wordy.filter((head) => (language === 'en' ? han.test(head) : !han.test(head)));
  return [
    ...(/^.+ – .+$/.test(title) ? [] : [`its title is “${title}”`]),
    ...(lang === language ? [] : [`it says it is in “${lang}”`]),
    ...(ones === 1 ? [] : [`it has ${ones} h1`]),
    ...foreign.map((head) => `the heading “${head}” is in the other language`),
  ];
}

/** What a journey meets is coloured as the pages and the sheet of components are, which are looked at with their colours. */
const atAMoment: Looking = process.env['HANSA_ROUNDS'] === undefined ? 'without colours' : 'all';
/** And axe looks at every fourth of the moments, told by its words. */
const isLookedAt = (moment: string): boolean => atAMoment === 'all' || moment.length % 4 === 0;

/** What stands in both languages at once: what people of the demo world typed, and a name as an example of what may be searched for. */
const inBoth = /Shanghai(?:、|, )上海(?:、|, )shang hai|twinned administrative body|English \| 中文|中文 \| English/;

/** What stands in two languages on one line and is shown as it was typed, in texts, in what is read out, and in what a pointer is told: each reader reads their half. */
export async function barsOn(page: Page): Promise<readonly string[]> {
  const told = await page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement?.closest('script, style, code, pre') === null) found.push(node.textContent ?? '');
    for (const one of document.querySelectorAll('[title], [aria-label]'))
      found.push(one.getAttribute('title') ?? '', one.getAttribute('aria-label') ?? '');
    return found;
  });
  const isBar = (text: string): boolean =>
    /\p{L}.*[|｜].*\p{L}/u.test(text) && han.test(text) && !/English \| 中文|中文 \| English/.test(text);
  return [...new Set(told.filter(isBar))].slice(0, 5).map((text) => `shows both languages of “${text.trim().slice(0, 80)}”`);
}

/** Words that Chinese has none of its own for, and the parts of names that are written small. */
const small = new Set('csv json geojson xlsx ics dzn da de do of and the for van von del di la le'.split(' '));

/** Words of the other language outside of what is marked to be in it: in Chinese Latin ones that are no names, codes, addresses or files. */
export async function foreignWordsOn(page: Page, language: Language): Promise<readonly string[]> {
  const nodes = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const within = node.parentElement;
      if (within === null || within.closest('script, style, code, pre, option, [translate=no]') !== null) continue;
      if (within.closest('[lang]') === document.documentElement) found.push(node.textContent?.trim() ?? '');
    }
    return found;
  });
  const isForeign = (text: string): boolean => {
    if (inBoth.test(text)) return false;
    if (language === 'en') return han.test(text.replaceAll(/\p{Script=Han}+ \p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*/gu, ''));
    const bare = text.replaceAll(/[\w.+-]+@[\w.-]+|(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/:?#]\S*)?/g, '');
    return [...bare.matchAll(/(?<![\p{L}\d/_’-])[a-z]{2,}(?![\p{L}\d/_-])/gu)].some(([word]) => !small.has(word));
  };
  const foreign = [...new Set(nodes.filter(isForeign))];
  return foreign.slice(0, 5).map((text) => `says “${text.slice(0, 80)}” in the other language`);
}

/** Looks at a page in the middle of a journey: a dialog that is open, a form that was refused, a search that runs. */
export async function expectWhole(page: Page, moment: string): Promise<void> {
  const faults = [...(isLookedAt(moment) ? await hindrancesOn(page, atAMoment) : []), ...(await sidewaysOn(page))];
  expect(faults, moment).toEqual([]);
}
