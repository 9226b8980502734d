// What the journey of the loop tells: the demo's own titles, what is entered in each telling, and the steps that come again and again.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { figuresOf } from '#kernel/figures.ts';
import { expectWhole, headsOn } from './page-check.ts';
import { ask } from './prepare.ts';
import { escaped, settled, type Language, type Reader, type Words } from './reader.ts';

export const cities = {
  liverpool: { en: 'Liverpool', 'zh-Hans': '利物浦' },
  shanghai: { en: 'Shanghai', 'zh-Hans': '上海' },
} as const;
export const tiePath = '/ties/liverpool-gb--shanghai-cn';

/** What the demo holds of the tie, by its titles. */
export const demo = {
  late: { en: 'Example: list of port technologies for both sides', 'zh-Hans': '示例：双方港口技术清单' },
  memorandum: { en: 'Example memorandum (invented)', 'zh-Hans': '示例谅解备忘录（虚构）' },
  visit: { en: 'Example: a port delegation comes to Liverpool (invented)', 'zh-Hans': '示例：港口代表团来访利物浦（虚构）' },
  delegation: { en: 'Potential deals of the delegation of April 2019', 'zh-Hans': '2019年4月代表团的潜在交易' },
  port: { en: 'A new container port in Liverpool', 'zh-Hans': '利物浦新集装箱港' },
  forum: { en: 'Report on the sister-cities forum at the second import expo', 'zh-Hans': '第二届进博会友城合作论坛的报道' },
} as const;

/** What is entered in each of the two tellings, so that neither meets what the other has left. */
export const told = {
  en: {
    title: { en: 'Sensors for two harbours, told in English', 'zh-Hans': '两港传感器（英文讲述）' },
    potential: '7500000',
    signed: '2100000',
    port: '450000000',
    canary: 'quincunxharbour',
  },
  'zh-Hans': {
    title: { en: 'Sensors for two harbours, told in Chinese', 'zh-Hans': '两港传感器（中文讲述）' },
    potential: '8250000',
    signed: '3300000',
    port: '470000000',
    canary: 'quincunxanchorage',
  },
} as const;

export const pounds = (value: string, language: Language, style: 'text' | 'table'): string => {
  const { money, spelt } = figuresOf(language);
  return spelt(money({ value, currency: 'GBP' }, 'exact', style));
};

/** A section by the name it hangs from; a count may stand behind it. */
export const section = (within: Page | Locator, name: string): Locator =>
  within.getByRole('region', { name: new RegExp(`^${escaped(name)}`) });

/** One of the tiles under a legend. */
export const choose = (within: Locator, legend: string, option: string): Promise<void> =>
  within.getByRole('group', { name: legend, exact: true }).getByRole('radio', { name: option, exact: true }).check();

/** Another source than our own records: its kind is chosen, for nothing is preset. */
export async function nameSource(within: Locator, t: Words, { class: kind, title }: { readonly class: string; readonly title: string }) {
  await choose(within, t('evidence.source'), t('evidence.origin_new'));
  await within.getByLabel(t('evidence.class'), { exact: true }).selectOption(kind);
  await within.getByLabel(t('evidence.title'), { exact: true }).fill(title);
}

/** Nothing in the whole page that hinders, and its heads in its language. */
export async function whole({ page, language }: Reader, moment: string): Promise<void> {
  await settled(page);
  await expectWhole(page, moment);
  expect(await headsOn(page, language), moment).toEqual([]);
}

/** As a spreadsheet's range arrives in the page, whatever has the focus there. */
export const pasteInto = (page: Page, text: string): Promise<void> =>
  page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData('text/plain', copied);
    document.querySelector('main')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

/** What the journey reads of a report’s data: the outcomes with their figures, and the sums. */
export interface Report {
  readonly entries: readonly {
    readonly kind: string;
    readonly outcome?: {
      readonly id: string;
      readonly figures: readonly { readonly stage: string; readonly amount: { readonly value: string } | null }[];
    };
  }[];
  readonly totals: readonly { readonly stage: string; readonly amount: { readonly value: string }; readonly outcomes: readonly string[] }[];
}

/** The id of the tie by its address, as the window may see it. */
export const tieId = async ({ context }: Reader): Promise<string> => (await ask<{ readonly id: string }>(context, tiePath)).id;
