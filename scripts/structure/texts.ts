// What types cannot say about texts: Chinese is Chinese, keys carry their module's name, and every refusal has its sentence.

/** Chinese sentences that may do without a Han character: names and formats that are written alike in both languages. */
const sameInBoth: ReadonlySet<string> = new Set([
  'Hansa',
  'English',
  'CSV',
  'Excel',
  'API',
  'ICS',
  '.ics',
  '.xlsx',
  '.csv',
  '.dzn',
  'OpenAPI',
  'REST API',
  'IP',
]);

/** Keys whose Chinese sentence has letters but no Han character. Placeholders, figures and punctuation do not count as letters. */
export function textsWithoutHan(texts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(texts).flatMap(([key, sentence]) => {
    const plain = sentence.replace(/\{\{[^}]*\}\}/g, '').trim();
    return !/\p{Letter}/u.test(plain) || /\p{Script=Han}/u.test(plain) || sameInBoth.has(plain) ? [] : [key];
  });
}

const placeholder = '\uFFFC';
const bare = (sentence: string): string => sentence.replaceAll(/\{\{[^}]*\}\}/g, placeholder).replaceAll(/<\/?\w+>/g, '');

/** Keys whose Chinese sentence is set in Western fashion: half-width punctuation or straight quotes beside Han characters, half an ellipsis, blanks between Chinese and Latin. */
export function textsInWesternSetting(texts: Readonly<Record<string, string>>): readonly string[] {
  const punctuation = /\p{Script=Han}[,;:?!()']|[,;:?!(']\p{Script=Han}|"|(?<!…)…(?!…)/u;
  const blanks = new RegExp(
    `[\\p{Script=Han}，。、：；？！（）《》“”] +[A-Za-z0-9${placeholder}]|[A-Za-z0-9${placeholder}] +\\p{Script=Han}`,
    'u',
  );
  return Object.entries(texts).flatMap(([key, sentence]) => (punctuation.test(bare(sentence)) || blanks.test(bare(sentence)) ? [key] : []));
}

/** Wordings that were mended once and stay away, each with what is said instead. */
export const refusedWordings: Readonly<Record<'en' | 'zh', readonly (readonly [wrong: RegExp, instead: string])[]>> = {
  en: [
    [/\banew\b/i, 'again'],
    [/\bmend(ed|s)?\b/i, 'correct'],
    [/\bcalled so\b/i, 'with this name'],
    [/\bif you can say\b/i, 'optional'],
    [/\bmay see\b/i, 'can see'],
    [/\b(?:outcomes?|visits?) (?:is|are) entered\b/i, 'has been recorded'],
    [/\bcarrier\b/i, 'key partner'],
    [/\bholds:/i, 'says:'],
    [/\bsomebody\b/i, 'someone'],
    [/\bnot known here\b/i, 'does not exist'],
    [/\bone an? (?:row|line|table|participant|interpreter|meeting)\b/i, 'one per'],
    [/\bstands? here\b/i, 'appears here'],
    [/\b(?:no more letters from|write to us no more)\b/i, 'stop these letters'],
    [/\btake it into (?:my|your) account\b/i, 'add it to'],
    [/\bnot said\b/i, 'not marked, not stated'],
    [/\b(?:take|takes|taken) back\b/i, 'withdraw or undo'],
    [/\btakes? part already\b|\bin the schedule in force\b/i, 'is already taking part; in the current schedule'],
    [/\bcounted and called are\b|\bneeded are\b|\bpossible are\b/i, 'the subject first'],
    [/\b(?:make|made) a link\b/i, 'create a link'],
  ],
  zh: [
    [/隶属/, '所属成果、所属'],
    [/数字日期/, '数据日期'],
    [/审计日志/, '操作记录'],
    [/账户/, '账号'],
    [/友城清单/, '友城名单'],
    [/未与您共享|您无权/, '未与贵单位共享'],
    [/主管单位/, '外事单位'],
    [/命名规则/, '地名规范'],
    [/国家或地区/, '国家（地区）'],
    [/凭函/, '专属链接、通过邮件链接'],
    [/组委会/, '主办方'],
    [/展会届次/, '展会活动'],
    [/运维人员/, '运维方'],
  ],
};

/** Keys with such a wording, and what to say. */
export const textsWithRefusedWording = (language: 'en' | 'zh', texts: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(texts).flatMap(([key, sentence]) =>
    refusedWordings[language].flatMap(([wrong, instead]) => (wrong.test(sentence) ? [`${key}: ${instead}`] : [])),
  );

/** Keys that do not begin with the name of the room they belong to. */
export const strayKeys = (room: string, texts: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(texts).filter((key) => !new RegExp(`^${room}\\.[a-z][\\w-]*$`).test(key));

/** Codes of refusals and problems in a source file, e.g. `meetings.slot_taken`. */
export function refusalCodesIn(source: string): readonly string[] {
  return [...source.matchAll(/\b(?:code|notFound)\b\s*[:(]\s*'([a-z]+\.[a-z0-9_]+)'/g)].map((match) => match[1] ?? '');
}

/** Codes without a sentence; a sentence in plural forms counts. */
export const codesWithoutSentence = (codes: Iterable<string>, texts: Readonly<Record<string, string>>): readonly string[] =>
  [...new Set(codes)].filter((code) => !(code in texts) && !(`${code}_other` in texts)).sort();

/** Keys that two files of one language give different sentences: which one is read would depend on the order in which they are joined. */
export function keysSaidTwice(files: readonly Readonly<Record<string, string>>[]): readonly string[] {
  const said = new Map<string, string>();
  const twice = files.flatMap((texts) =>
    Object.entries(texts).filter(([key, sentence]) => {
      const before = said.get(key) ?? sentence;
      said.set(key, before);
      return before !== sentence;
    }),
  );
  return [...new Set(twice.map(([key]) => key))].sort();
}

/** Names given to controls (`aria-label`) and the words that stand on them, by their keys, in a source of components; where both are chosen, in order. */
export function namedControlsIn(source: string): readonly (readonly [name: string, words: string])[] {
  const said = String.raw`\{t\(\s*((?:[^()]|\([^()]*\))*?)(?:,\s*\{[^}]*\})?\s*\)\}`;
  const keysOf = (code = ''): readonly string[] => [...code.matchAll(/'([a-z]\w*\.\w+)'/g)].map(([, key]) => key ?? '');
  return [...source.matchAll(new RegExp(`aria-label=${said}[^<]{0,400}?>\\s*${said}`, 'g'))].flatMap(([, name, words]) => {
    const [names, shown] = [keysOf(name), keysOf(words)];
    return names.map((key, place) => [key, shown[names.length === shown.length ? place : 0] ?? ''] as const);
  });
}

/** Controls whose name does not hold the words that are seen on them: who speaks to the device says what is seen (WCAG 2.5.3, label in name). */
export function namesWithoutTheirWords(
  controls: readonly (readonly [name: string, words: string])[],
  texts: Readonly<Record<string, string>>,
): readonly string[] {
  const plain = (key: string): string => (texts[key] ?? '').toLowerCase();
  return controls.flatMap(([name, words]) =>
    name in texts && words in texts && !plain(name).startsWith('{{action}}') && !plain(name).includes(plain(words)) ? [name] : [],
  );
}
