// Words in cells that stand for values: what is written in each language, and what is understood.
import type { FileGroup, FileParticipant, FileRequest } from '../../domain/file/edition-file.ts';
import type { SheetLanguage } from './layout.ts';

/** A value's words: the first English and the first Chinese one are written, all are understood. */
export type Words<V extends string> = Readonly<Record<V, { readonly en: readonly string[]; readonly zh: readonly string[] }>>;

export const roleWords: Words<FileParticipant['role']> = {
  exhibitor: { en: ['exhibitor', 'seller', 'supplier', 'e'], zh: ['展商', '参展商', '卖家', '供应商'] },
  buyer: { en: ['buyer', 'purchaser', 'visitor', 'b'], zh: ['采购商', '买家', '采购方'] },
};

export const meetsAtWords: Words<FileParticipant['meetsAt']> = {
  table: { en: ['table'], zh: ['洽谈桌', '桌'] },
  stand: { en: ['stand', 'booth', 'own stand'], zh: ['展位', '展台', '本展位'] },
};

export const kindWords: Words<FileGroup['kind']> = {
  delegation: { en: ['delegation'], zh: ['代表团'] },
  trading_group: { en: ['trading group', 'trading_group', 'tradinggroup'], zh: ['交易团'] },
};

export const wishWords: Words<FileRequest['wish']> = {
  must: { en: ['must', 'essential', 'high', 'a'], zh: ['必见', '必须', '必谈', '高'] },
  want: { en: ['want', 'wish', 'yes', 'normal', 'b'], zh: ['想见', '希望', '愿意', '普通'] },
  no: { en: ['no', 'not', 'never', 'refuse'], zh: ['不见', '回避', '否', '不愿意'] },
};

export const sessionWords: Words<'1' | '2' | 'any'> = {
  '1': { en: ['morning', 'am'], zh: ['上午'] },
  '2': { en: ['afternoon', 'pm'], zh: ['下午'] },
  any: { en: ['any', 'either', 'all day'], zh: ['不限', '全天', '均可'] },
};

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The value that a cell's word stands for; null where it stands for none. */
export function valueOfWord<V extends string>(words: Words<V>, text: string): V | null {
  const word = folded(text);
  for (const value of Object.keys(words) as V[])
    if (word === value || words[value].en.includes(word) || words[value].zh.includes(word)) return value;
  return null;
}

/** The word that is written for a value. */
export const wordOf = <V extends string>(words: Words<V>, value: V, language: SheetLanguage): string =>
  words[value][language === 'en' ? 'en' : 'zh'][0] ?? value;

/** All words that are written, for a sentence that names what is understood. */
export const wordsOf = <V extends string>(words: Words<V>): string =>
  (Object.keys(words) as V[]).map((value) => `${words[value].en[0] ?? ''}/${words[value].zh[0] ?? ''}`).join(', ');
