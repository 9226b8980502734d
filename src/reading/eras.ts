// Years as Japan's eras and the calendar of the Republic count them, and figures of dates in Chinese characters, as figures of our calendar.

const digits = '〇一二三四五六七八九';

/** 十八, 廿二, 五十三 → 18, 22, 53; days, months and years of an era only. */
function hanNumber(text: string): number {
  const plain = text.replace('廿', '二十').replace('卅', '三十');
  if (!plain.includes('十')) return digits.indexOf(plain);
  const [tens = '', ones = ''] = plain.split('十');
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}

const hanYear = (text: string): string => [...text.replaceAll('零', '〇')].map((han) => digits.indexOf(han)).join('');

/** The year before the first one of an era, and its last one. */
const eras: Readonly<Record<string, readonly [before: number, last: number]>> = {
  ...{ 明治: [1867, 45], 大正: [1911, 15], 昭和: [1925, 64], 平成: [1988, 31], 令和: [2018, 99] },
  ...{ 民国: [1911, 199], 民國: [1911, 199] },
};
/** Japan's eras by their letters: S53.4.24, S35. */
const eraLetters: Readonly<Record<string, string>> = { m: '明治', t: '大正', s: '昭和', h: '平成', r: '令和' };
const JAPANESE = '明治|大正|昭和|平成|令和';

/** `'昭和27'` → 1952; null for a year that the era never had. */
function yearOf(era: string, year: string): string | null {
  const [before, last] = eras[era] ?? [0, 0];
  const counted = year === '元' ? 1 : Number(year);
  return counted < 1 || counted > last ? null : String(before + counted);
}

const inOwnYears = (text: string): string =>
  text
    .replace(/^([mtshr])\.?(\d{1,2})(?:年)?$/, (whole: string, letter: string, year: string) =>
      yearOf(eraLetters[letter] ?? '', year) === null ? whole : `${eraLetters[letter] ?? letter}${year}年`,
    )
    .replace(/^([mtshr])\.?(?=\d{1,2}[.\-/年]\d)/, (_, letter: string) => eraLetters[letter] ?? letter)
    .replace(
      new RegExp(`^(${JAPANESE}|民[国國]) ?([一二三四五六七八九十]{1,4})(?=年)`),
      (_, era: string, year: string) => `${era}${String(hanNumber(year))}`,
    );

/** 昭和27年 → 1952年, 昭和53.4.24 → 1978.4.24 */
export const withEra = (text: string): string =>
  inOwnYears(text)
    .replace(
      new RegExp(`^(${JAPANESE}) ?(\\d{1,2})([.\\-/])(\\d{1,2})(?:\\3(\\d{1,2}))?$`),
      (whole: string, era: string, year: string, mark: string, month: string, day?: string) => {
        const meant = yearOf(era, year);
        return meant === null ? whole : [meant, month, ...(day === undefined ? [] : [day])].join(mark);
      },
    )
    .replace(new RegExp(`^(${JAPANESE}|民[国國]) ?(\\d{1,3}|元)年`), (whole: string, era: string, year: string) => {
      const meant = yearOf(era, year);
      return meant === null ? whole : `${meant}年`;
    });

/** 一九九九年十月十八日 → 1999年10月18日 */
export const withDigits = (text: string): string =>
  withEra(text)
    .replace(/^[〇零一二三四五六七八九]{4}(?=年)/, hanYear)
    .replace(/^[〇零一二三四五六七八九]{2}(?=年)/, hanYear)
    .replace(/[一二三四五六七八九十廿卅]{1,3}(?=[月日号])/g, (han) => String(hanNumber(han)));
