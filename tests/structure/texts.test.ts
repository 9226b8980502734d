// The texts of every room: Chinese is Chinese, keys are in their room, every refusal has its sentence - and the checks bite.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  codesWithoutSentence,
  keysSaidTwice,
  namedControlsIn,
  namesWithoutTheirWords,
  refusalCodesIn,
  strayKeys,
  textsInWesternSetting,
  textsWithoutHan,
  textsWithRefusedWording,
} from '../../scripts/structure/texts.ts';
import { readTree } from '../../scripts/structure/tree.ts';
import { languages } from '#kernel/language.ts';
import { root } from './small-house.ts';

type Texts = Readonly<Record<string, string>>;

const tree = readTree(root, ['src']);
const textFiles = [...tree.keys()].filter((file) => /\/([a-z-]+-)?text\.(en|zh)\.ts$/.test(file));
/** The module, folder of platform or part of the house whose name the keys carry; a folder inside one may hold texts of its own. */
const roomOf = (file: string): string => file.split('/')[/^src\/(modules|platform)\//.test(file) ? 2 : 1] ?? '';
/** The texts of a file, under whatever name it exports them: `en`, `deskZh`. A file that exports none is a fault, not an empty one. */
const load = async (file: string): Promise<Texts> => {
  const loaded = (await import(pathToFileURL(path.join(root, file)).href)) as Readonly<Record<string, Texts | undefined>>;
  const [texts, ...others] = Object.values(loaded);
  if (texts === undefined || others.length > 0) throw new Error(`${file} must export its texts and nothing else`);
  return texts;
};

describe('the project', () => {
  test.each(textFiles.filter((file) => file.endsWith('zh.ts')))('%s speaks Chinese', async (file) => {
    expect(textsWithoutHan(await load(file))).toEqual([]);
    expect(textsInWesternSetting(await load(file))).toEqual([]);
  });

  test.each(textFiles)('%s says nothing that was mended before', async (file) => {
    expect(textsWithRefusedWording(file.endsWith('zh.ts') ? 'zh' : 'en', await load(file))).toEqual([]);
  });

  test.each(textFiles)('%s holds only keys of its own room', async (file) => {
    expect(strayKeys(roomOf(file), await load(file))).toEqual([]);
  });

  test.each(['en', 'zh'])('no key has two sentences (%s)', async (language) => {
    const files = textFiles.filter((file) => file.endsWith(`text.${language}.ts`));
    expect(files.some((file) => file.endsWith(`agenda-text.${language}.ts`))).toBe(true);
    expect(keysSaidTwice(await Promise.all(files.map(load)))).toEqual([]);
  });

  test('every refusal has its sentence', async () => {
    const english = await Promise.all(textFiles.filter((file) => file.endsWith('en.ts')).map(load));
    const sources = [...tree].filter(([file]) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
    const codes = sources.flatMap(([, text]) => refusalCodesIn(text));
    expect(codesWithoutSentence(codes, Object.assign({}, ...english) as Texts)).toEqual([]);
  });

  test.each(['en', 'zh'])('what is seen on a control is in its name (%s)', async (language) => {
    const texts = await Promise.all(textFiles.filter((file) => file.endsWith(`text.${language}.ts`)).map(load));
    const controls = [...tree].flatMap(([file, source]) => (file.endsWith('.tsx') ? namedControlsIn(source) : []));
    expect(controls.length).toBeGreaterThan(50);
    expect(namesWithoutTheirWords(controls, Object.assign({}, ...texts) as Texts)).toEqual([]);
  });
});

test('what runs and what is told before any program of ours knows the languages of the interface', () => {
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const listed = /var languages = \[([^\]]*)\]/.exec(read('src/design/public/first-paint.js'))?.[1] ?? '';
  expect(listed.split(',').map((tag) => tag.replaceAll(/[\s']/g, ''))).toEqual([...languages]);
  // Words for whoever runs no scripts: English first, every other language as itself.
  const told = [...read('index.html').matchAll(/<(?:p|html) lang="([^"]+)"/g)].map(([, tag]) => tag);
  expect(told).toEqual([...languages]);
});

describe('the checks', () => {
  test('refuse an English sentence among the Chinese', () => {
    expect(
      textsWithoutHan({ 'a.plan': 'Plan', 'a.good': '排期', 'a.count': '{{n}} / {{total}}', 'a.format': 'CSV', 'a.mixed': '导出 CSV' }),
    ).toEqual(['a.plan']);
  });

  test('refuse Chinese that is set like English', () => {
    const good = { 'a.size': '不超过{{n}} MB', 'a.format': '导出CSV文件（.csv）', 'a.more': '重复……', 'a.bold': '已有<b>{{n}}</b>家' };
    const bad = {
      'a.comma': '北京,上海',
      'a.brackets': '名录(草稿)',
      'a.quotes': '名为"沪"',
      'a.dots': '重复…',
      'a.blank': '条目 Q8686',
      'a.after': '{{n}} 家',
    };
    expect(textsInWesternSetting({ ...good, ...bad })).toEqual(Object.keys(bad));
  });

  test('refuse a wording that was mended before', () => {
    expect(textsWithRefusedWording('en', { 'a.again': 'Read it again', 'a.anew': 'Read it anew' })).toEqual(['a.anew: again']);
    expect(textsWithRefusedWording('zh', { 'a.part': '所属成果', 'a.log': '记入审计日志' })).toEqual(['a.log: 操作记录']);
  });

  test('refuse a key of another room', () => {
    expect(strayKeys('expos', { 'expos.slot': '', 'meetings.slot': '', 'expos.Slot': '', slot: '' })).toEqual([
      'meetings.slot',
      'expos.Slot',
      'slot',
    ]);
  });

  test('refuse a key with two sentences', () => {
    expect(keysSaidTwice([{ 'a.plan': 'Plan', 'a.day': 'Day' }, { 'a.plan': 'Draft', 'a.day': 'Day' }, { 'a.plan': 'Plan' }])).toEqual([
      'a.plan',
    ]);
  });

  test('refuse a control whose name does not say what is seen on it', () => {
    const source = `<Button aria-label={t(old ? 'a.again_with' : 'a.with', { city })} onPress={() => go('x')}>{t(old ? 'a.again' : 'a.begin')}</Button>`;
    const texts = {
      'a.again': 'Begin another',
      'a.again_with': 'Begin another with {{city}}',
      'a.begin': '发起交流',
      'a.with': '与{{city}}发起交流',
    };
    expect(namesWithoutTheirWords(namedControlsIn(source), texts)).toEqual([]);
    expect(namesWithoutTheirWords(namedControlsIn(source), { ...texts, 'a.with': '发起与{{city}}的交流' })).toEqual(['a.with']);
  });

  test('refuse a code without a sentence', () => {
    const source =
      "refuse({ kind: 'conflict', code: 'meetings.slot_taken' }); notFound('expos.no_edition'); refuse({ code: 'expos.counted' })";
    expect(codesWithoutSentence(refusalCodesIn(source), { 'meetings.slot_taken': 'x', 'expos.counted_other': 'x' })).toEqual([
      'expos.no_edition',
    ]);
  });
});
