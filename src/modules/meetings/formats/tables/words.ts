// Words in cells that stand for values: what is written in each language, and what is understood.
import { inEach, languages } from '#kernel/language.ts';
import { wordTable } from '#reading/words.ts';
import { sizes, type Size } from '#modules/expos/domain/topic.ts';
import type { FileContact, FileGroup, FileParticipant, FileRectangle, FileRequest } from '../../domain/file/edition-file.ts';
import { writtenWord, type SheetWords } from '../../domain/file/layout.ts';

export interface Words<V extends string> {
  readonly of: Readonly<Record<V, SheetWords>>;
  /** The value that a cell's word stands for; null where it stands for none. */
  readonly read: (word: string) => V | null;
}

const list = <V extends string>(of: Readonly<Record<V, SheetWords>>): Words<V> => ({ of, read: wordTable(of) });

export const roleWords = list<FileParticipant['role']>({
  exhibitor: inEach(
    'exhibitor|exhibitors|seller|sellers|supplier|suppliers|vendor|e',
    '展商|参展商|参展企业|参展单位|卖家|卖方|供方|供货方|供应商|供应方',
  ),
  buyer: inEach('buyer|buyers|purchaser|purchasers|visitor|visitors|b', '采购商|采购企业|采购单位|买家|买方|购方|需方|采购方|专业观众'),
});

export const meetsAtWords = list<FileParticipant['meetsAt']>({
  table: inEach('table', '洽谈桌|桌'),
  stand: inEach('stand|booth|own stand', '展位|展台|本展位'),
});

export const nameOrderWords = list<FileContact['nameOrder']>({
  surname_first: inEach('surname first', '姓在前'),
  given_first: inEach('given name first', '名在前'),
});

export const kindWords = list<FileGroup['kind']>({
  delegation: inEach('delegation', '代表团'),
  trading_group: inEach('trading group', '交易团'),
});

export const rectangleWords = list<FileRectangle['kind']>({
  stand: inEach('stand|booth', '展位|展台'),
  table: inEach('table', '洽谈桌|桌'),
  zone: inEach('zone|area', '分区|区域'),
  entrance: inEach('entrance|gate|door|exit', '出入口|入口|出口|门'),
});

/** The band of a number of people. */
const bandOf = (people: number): Size => sizes[[10, 50, 250].filter((least) => people >= least).length] ?? 'over_249';

/** How many work there: a band by its words, or the number of people itself. */
export const sizeWords: Words<Size> = (() => {
  const words = list<Size>({
    to_9: inEach('up to 9 people|up to 9|1-9|0-9|micro', '9人及以下|9人以下|1-9人|微型|微型企业'),
    to_49: inEach('10 to 49 people|10 to 49|10-49|small', '10至49人|10-49人|小型|小型企业'),
    to_249: inEach('50 to 249 people|50 to 249|50-249|medium|medium-sized', '50至249人|50-249人|中型|中型企业'),
    over_249: inEach('250 people or more|250 or more|250+|over 249|large', '250人及以上|250人以上|大型|大型企业'),
  });
  const people = /^(\d{1,7})\s*(?:people|employees|staff|人|名|名员工)?$/iu;
  return {
    of: words.of,
    read: (word) => {
      // As words `1-9` and `19` are one.
      const number = people.exec(word.normalize('NFKC').trim())?.[1];
      return number === undefined ? words.read(word) : bandOf(Number(number));
    },
  };
})();

export const wishWords = list<FileRequest['wish']>({
  must: inEach('must|essential|high|a', '必见|必须|必谈|高|重点|优先'),
  want: inEach('want|wish|yes|y|normal|medium|low|b|c', '想见|希望|愿意|普通|一般|感兴趣|是|中|低|√|✓|✔'),
  no: inEach('no|not|never|refuse', '不见|回避|否|不愿意'),
});

export const sessionWords = list<'1' | '2' | 'any'>({
  '1': inEach('morning|am', '上午'),
  '2': inEach('afternoon|pm', '下午'),
  any: inEach('any|either|all day', '不限|全天|均可'),
});

/** All words that are written, for a sentence that names what is understood. */
export const wordsOf = <V extends string>({ of }: Words<V>): string =>
  Object.values<SheetWords>(of)
    .map((words) => languages.map((language) => writtenWord(words, language)).join('/'))
    .join(', ');
