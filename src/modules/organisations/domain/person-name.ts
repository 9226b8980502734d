// A person's name out of one cell: which part is the surname, and whether that can be told; in Han characters, in Latin letters, or in both.
import type { NameOrder } from './contact.ts';

export interface SplitName {
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: NameOrder;
  /** Which part is the surname cannot be told from what is written: it is a guess. */
  readonly isUnsure: boolean;
}

/** Surnames of two characters that are still borne by many, with their pinyin. */
const doubleSurnames = new Map(
  '欧阳 ouyang 上官 shangguan 司马 sima 司徒 situ 诸葛 zhuge 东方 dongfang 皇甫 huangfu 尉迟 yuchi 公孙 gongsun 慕容 murong 令狐 linghu 长孙 zhangsun 宇文 yuwen 夏侯 xiahou 南宫 nangong 端木 duanmu 百里 baili 钟离 zhongli'
    .match(/\S+ \S+/g)
    ?.map((pair): readonly [string, string] => [pair.slice(0, 2), pair.slice(3)]),
);

/** The surnames of most people in China (those of the census with the most bearers), by their pinyin. */
const surnamesOf: Readonly<Record<string, string>> = {
  ...{ wang: '王汪', li: '李黎', zhang: '张章', liu: '刘柳', chen: '陈', yang: '杨', zhao: '赵', huang: '黄', zhou: '周', wu: '吴武伍' },
  ...{ xu: '徐许', sun: '孙', hu: '胡', zhu: '朱祝', gao: '高', lin: '林', he: '何贺', guo: '郭', ma: '马', luo: '罗骆', liang: '梁' },
  ...{ song: '宋', zheng: '郑', xie: '谢', han: '韩', tang: '唐汤', feng: '冯', yu: '于余喻', dong: '董', xiao: '肖萧', cheng: '程' },
  ...{ cao: '曹', yuan: '袁', deng: '邓', fu: '傅付', shen: '沈', zeng: '曾', peng: '彭', lü: '吕', lv: '吕', lu: '卢陆鲁路', su: '苏' },
  ...{
    jiang: '蒋姜江',
    cai: '蔡',
    jia: '贾',
    ding: '丁',
    wei: '魏韦',
    xue: '薛',
    ye: '叶',
    yan: '阎严颜闫',
    pan: '潘',
    du: '杜',
    dai: '戴',
  },
  ...{ xia: '夏', zhong: '钟', tian: '田', ren: '任', fan: '范樊', fang: '方', shi: '石史施', yao: '姚', tan: '谭', liao: '廖', zou: '邹' },
  ...{ xiong: '熊', jin: '金', hao: '郝', kong: '孔', bai: '白', cui: '崔', kang: '康', mao: '毛', qiu: '邱', qin: '秦', gu: '顾古' },
  ...{ hou: '侯', shao: '邵', meng: '孟', long: '龙', wan: '万', duan: '段', lei: '雷', qian: '钱', yin: '尹', lai: '赖', gong: '龚' },
};

const pinyinOf = (surname: string): string | undefined =>
  doubleSurnames.get(surname) ?? Object.keys(surnamesOf).find((pinyin) => surnamesOf[pinyin]?.includes(surname));

const folded = (word: string): string =>
  word
    .toLocaleLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
const isSurnameInPinyin = (word: string): boolean =>
  Object.hasOwn(surnamesOf, folded(word)) || [...doubleSurnames.values()].includes(folded(word));

const syllable =
  '(?:[jqx](?:ia(?:ng?|o)?|iong|ing?|i[eu]?|u(?:an|e|n)?)|(?:[zcs]h?|[bpmfdtnlgkhryw])?(?:i(?:ang?|ao|a|e|ng?|u)?|u(?:ang?|ai|a|an|i|n|o|e)?|ai|ang?|ao|a|ei|eng?|er|e|ong|ou|o))';
const isPinyin = (word: string): boolean => new RegExp(`^${syllable}+$`).test(folded(word));

/** In Han characters the surname stands first; of four characters that begin with none of two it may be two all the same. */
function splitHan(name: string): SplitName {
  const [before = '', after = ''] = name.split(/\s*[,，]\s*/u);
  if (before !== '' && after !== '') return { surname: before, givenName: after, nameOrder: 'surname_first', isUnsure: false };
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return { surname: name, givenName: '', nameOrder: 'surname_first', isUnsure: true };
  const isDouble = name.length > 2 && doubleSurnames.has(name.slice(0, 2));
  const length = isDouble ? 2 : 1;
  return {
    surname: name.slice(0, length),
    givenName: name.slice(length),
    nameOrder: 'surname_first',
    isUnsure: name.length === 4 && !isDouble,
  };
}

/** A comma or capitals say which is the surname; else it stands last, but in a name that is pinyin throughout. */
function splitLatin(name: string): SplitName {
  const [before = '', after] = name.split(/\s*[,，]\s*/u);
  if (after !== undefined && after !== '') return { surname: before, givenName: after, nameOrder: 'given_first', isUnsure: false };
  const words = name.split(' ');
  const isLoud = (word: string): boolean => word.length > 1 && word === word.toLocaleUpperCase() && word !== word.toLocaleLowerCase();
  const loud = words.filter(isLoud);
  const [first = '', ...rest] = words;
  if (loud.length > 0 && loud.length < words.length) {
    const quiet = words.filter((word) => !isLoud(word));
    const nameOrder = isLoud(first) ? 'surname_first' : 'given_first';
    return { surname: loud.join(' '), givenName: quiet.join(' '), nameOrder, isUnsure: false };
  }
  const last = rest.at(-1);
  if (last !== undefined && isSurnameInPinyin(first) && words.every(isPinyin))
    return { surname: first, givenName: rest.join(' '), nameOrder: 'surname_first', isUnsure: true };
  return { surname: last ?? first, givenName: words.slice(0, -1).join(' '), nameOrder: 'given_first', isUnsure: false };
}

/** The Latin form of a name whose Han characters stand beside it: the surname is the word that sounds like theirs. */
function splitBeside(latin: string, han: SplitName): SplitName {
  const alone = splitLatin(latin);
  const words = latin.split(' ');
  const [first = '', ...rest] = words;
  const last = rest.at(-1);
  if (last === undefined || /[,，]/u.test(latin) || !words.every(isPinyin) || han.givenName === '') return alone;
  const sound = pinyinOf(han.surname);
  const isIt = (word: string): boolean => sound !== undefined && folded(word) === folded(sound);
  if (isIt(last) && !isIt(first))
    return { surname: last, givenName: words.slice(0, -1).join(' '), nameOrder: 'given_first', isUnsure: false };
  return { surname: first, givenName: rest.join(' '), nameOrder: 'surname_first', isUnsure: !isIt(first) };
}

export const nameScripts = ['han', 'latin'] as const;
export type NameScript = (typeof nameScripts)[number];

/** What is written in Han characters and what in Latin letters, where one stands beside the other; else null. */
export function scriptsOf(written: string): Readonly<Record<NameScript, string>> | null {
  const parts =
    written.match(/^(?<han>[\p{Script=Han}·・]+)[\s/|(（,，、]+(?<latin>[^\p{Script=Han}]*\p{Script=Latin}[^\p{Script=Han}]*)$/u) ??
    written.match(/^(?<han>[\p{Script=Han}·・]+)(?<latin>\p{Script=Latin}[^\p{Script=Han}]*)$/u) ??
    written.match(/^(?<latin>[^\p{Script=Han}]*\p{Script=Latin}[^\p{Script=Han}]*)(?<han>[\p{Script=Han}·・]+)[\s)）]*$/u);
  const { han = '', latin = '' } = parts?.groups ?? {};
  return parts === null ? null : { han, latin: latin.replace(/^[\s/|(（]+|[\s/|)）(（,，、]+$/gu, '') };
}

/** A name in its parts: as it is written, or in both scripts where it is written in both. */
export function splitName(written: string): Readonly<Record<NameScript, SplitName>> | SplitName {
  const name = written.replace(/\s+/g, ' ').trim();
  const both = scriptsOf(name);
  if (both !== null) {
    const han = splitHan(both.han);
    return { han, latin: splitBeside(both.latin, han) };
  }
  return /\p{Script=Han}/u.test(name) ? splitHan(name.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')) : splitLatin(name);
}

/** The parts of a name where what is written leaves no doubt: a known Chinese surname before one or two characters, a comma, or capitals; else null. */
export function partedSurely(written: string): SplitName | null {
  const split = splitName(written);
  if ('han' in split || split.isUnsure || split.givenName === '') return null;
  if (/\p{Script=Han}/u.test(written)) {
    const isPlain =
      pinyinOf(split.surname) !== undefined && split.givenName.length <= 2 && !doubleSurnames.has(split.surname + split.givenName);
    return /[,，]/u.test(written) || isPlain ? split : null;
  }
  const isLoud = split.surname === split.surname.toLocaleUpperCase() && split.givenName !== split.givenName.toLocaleUpperCase();
  return isLoud || /[,，]/u.test(written) ? split : null;
}
