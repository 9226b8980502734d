// The words for classes and states of ties as people write them, in English and Chinese.
import { foldWord, wordTable } from '#reading/words.ts';
import type { StandardClass, Status } from './attributes.ts';

const classWords: Readonly<Record<StandardClass, string>> = {
  sister_city: 'sister city|sister cities|sister|twin|twin city|twin town|twinning|友好城市|友城|姊妹城市',
  friendly_exchange: 'friendly exchange|friendly exchange city|friendship city|exchange city|friendship|友好交流城市|友好交流|交流城市',
  friendly_district: 'friendly district|district|sister district|友好城区|友好区|友好区县|友好区域',
  project_partnership: 'project partnership|partnership|project|partner city|合作伙伴|项目合作|项目合作伙伴|合作伙伴城市|项目伙伴',
};

const statusWords: Readonly<Record<Status, string>> = {
  proposed: 'proposed|planned|under discussion|拟建|拟结好|筹建|洽谈中',
  active: 'active|alive|ongoing|current|活跃|正常|活跃中',
  quiet: 'quiet|dormant|inactive|sleeping|暂无往来|近期无往来|无往来|沉寂|不活跃|停滞',
  suspended: 'suspended|paused|on hold|中止|暂停|冻结',
  ended: 'ended|terminated|over|closed|终止|结束|已终止|已结束',
  revived: 'revived|resumed|renewed|恢复|已恢复|重启',
};

const standardClassOf = wordTable(classWords);

/** A class of an office's own table, by all its names. */
export interface OwnClass {
  readonly code: string;
  readonly names: readonly string[];
}

/** The class a word names: the office's own classes go before the standard ones. */
export function classOfWord(word: string, own: readonly OwnClass[]): string | null {
  const folded = foldWord(word);
  const found = own.find(({ code, names }) => [code, ...names].some((name) => foldWord(name) === folded));
  return found?.code ?? standardClassOf(word);
}

export const statusOfWord: (word: string) => Status | null = wordTable(statusWords);

/** The state that a phrase names with a year beside it: "ended 2014", "2014年终止"; null where it is a word alone or names none. */
export const statusInPhrase = (phrase: string): Status | null => {
  const words = phrase.replace(/(?:\b(?:in|since)\s+)?\d{4}(?:-\d{2}){0,2}年?/g, '');
  return words === phrase ? null : statusOfWord(words);
};
