// How the name of a person in Chinese characters is said: in pinyin, surname first, for readers of another script.
import { pinyin } from 'pinyin-pro';

/** Surnames that families read in two ways: nobody can tell which. Others with a reading of their own as a surname (单 Shan, 尉迟 Yuchi) have one alone. */
const twoWays = new Set('乐盖覃隗翟郇纪缪洗车宿召佴'.split(''));
/** Characters of given names with two common readings. */
const doubtful = /[乐行重长朝茜晟省降传调泊曾藏单参都干]/u;

const capital = (word: string): string => word.slice(0, 1).toLocaleUpperCase('en') + word.slice(1);
const said = (text: string, mode: 'normal' | 'surname'): string =>
  capital(pinyin(text, { toneType: 'none', type: 'array', mode }).join(''));

const known = new Map<string, string | null>();
const mostKnown = 20_000;

function spell(surname: string, givenName: string): string | null {
  const isHan = /^\p{Script=Han}{1,2}$/u;
  if (!isHan.test(surname) || !isHan.test(givenName) || twoWays.has(surname) || doubtful.test(givenName)) return null;
  const [family, given] = [said(surname, 'surname'), said(givenName, 'normal')];
  return /^[A-ZÜ][a-zü]+$/u.test(family) && /^[A-ZÜ][a-zü]+$/u.test(given) ? `${family} ${given}` : null;
}

/** `'Sang Zhiyu'` of 桑 and 知渔; null where it is no such name, or its reading is not sure. */
export function spokenName(surname: string, givenName: string): string | null {
  const key = `${surname} ${givenName}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const spelt = spell(surname, givenName);
  if (known.size >= mostKnown) known.clear();
  known.set(key, spelt);
  return spelt;
}
