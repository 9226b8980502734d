// Codes of countries and languages as the whole product uses them, and lists of words of our own.

/** Whether a word is one of a closed list. */
export const isOneOf = <T extends string>(list: readonly T[], word: string | null | undefined): word is T =>
  list.some((one) => one === word);

/** The keys of an object that has no others than its type names. */
export const keysOf = <T extends object>(of: T): readonly (keyof T & string)[] => Object.keys(of) as (keyof T & string)[];

/** ISO 3166-1 alpha-2, officially assigned codes. A list of our own, since runtimes name different sets. */
const countries: ReadonlySet<string> = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG ' +
    'CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL ' +
    'GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA ' +
    'LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP ' +
    'NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV ' +
    'SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW '
  )
    .trim()
    .split(' '),
);
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether `code` is an ISO 3166-1 alpha-2 code in capitals, e.g. `'GB'`. */
export const isCountry = (code: string): boolean => countries.has(code);

/** Whether `tag` is a BCP-47 tag whose primary language is known, e.g. `'zh-Hans'`. */
export function isLanguageTag(tag: string): boolean {
  if (!LANGUAGE.test(tag)) return false;
  try {
    const primary = new Intl.Locale(tag).language;
    return primary !== 'und' && languageNames.of(primary) !== undefined;
  } catch {
    return false;
  }
}

/** The language that is spoken where a tag says more: of a script or a region nobody has an ear. `'zh-Hans'` and `'zh-CN'` are `'zh'`; what is no tag stays as it is. */
export const spokenLanguage = (tag: string): string => (isLanguageTag(tag) ? new Intl.Locale(tag).language : tag);
