// Words in cells that stand for values: what is written in each language, and what is understood.
import { languages } from '#kernel/language.ts';
import { wordTable } from '#reading/words.ts';
import type { FileContact, FileGroup, FileParticipant, FileRectangle, FileRequest } from '../../domain/file/edition-file.ts';
import { writtenWord, type SheetWords } from '../../domain/file/layout.ts';

export interface Words<V extends string> {
  readonly of: Readonly<Record<V, SheetWords>>;
  /** The value that a cell's word stands for; null where it stands for none. */
  readonly read: (word: string) => V | null;
}

const list = <V extends string>(of: Readonly<Record<V, SheetWords>>): Words<V> => ({ of, read: wordTable(of) });

export const roleWords = list<FileParticipant['role']>({
  exhibitor: ['exhibitor|exhibitors|seller|supplier|e', '展商|参展商|参展企业|卖家|供应商'],
  buyer: ['buyer|buyers|purchaser|visitor|b', '采购商|买家|采购方|专业观众'],
});

export const meetsAtWords = list<FileParticipant['meetsAt']>({
  table: ['table', '洽谈桌|桌'],
  stand: ['stand|booth|own stand', '展位|展台|本展位'],
});

export const nameOrderWords = list<FileContact['nameOrder']>({
  surname_first: ['surname first', '姓在前'],
  given_first: ['given name first', '名在前'],
});

export const kindWords = list<FileGroup['kind']>({ delegation: ['delegation', '代表团'], trading_group: ['trading group', '交易团'] });

export const rectangleWords = list<FileRectangle['kind']>({
  stand: ['stand|booth', '展位|展台'],
  table: ['table', '洽谈桌|桌'],
  zone: ['zone|area', '分区|区域'],
  entrance: ['entrance|gate|door|exit', '出入口|入口|出口|门'],
});

export const wishWords = list<FileRequest['wish']>({
  must: ['must|essential|high|a', '必见|必须|必谈|高|重点|优先'],
  want: ['want|wish|yes|y|normal|medium|low|b|c', '想见|希望|愿意|普通|一般|感兴趣|是|中|低|√|✓|✔'],
  no: ['no|not|never|refuse', '不见|回避|否|不愿意'],
});

export const sessionWords = list<'1' | '2' | 'any'>({
  '1': ['morning|am', '上午'],
  '2': ['afternoon|pm', '下午'],
  any: ['any|either|all day', '不限|全天|均可'],
});

/** All words that are written, for a sentence that names what is understood. */
export const wordsOf = <V extends string>({ of }: Words<V>): string =>
  Object.values<SheetWords>(of)
    .map((words) => languages.map((language) => writtenWord(words, language)).join('/'))
    .join(', ');
