// The file of the command: needs and offers as JSON, every problem of it told at once.
import { hasMarkup } from '#kernel/writing/markup.ts';
import { breaksLine, hiddenIn, longestLine } from '#kernel/writing/one-line.ts';
import type { Passage } from '../core/model.ts';

export interface FileEntry {
  readonly id: string;
  readonly passage: Passage;
}

export interface MatchFile {
  readonly offers: readonly FileEntry[];
  readonly needs: readonly FileEntry[];
}

export type ReadFile = { readonly ok: true; readonly file: MatchFile } | { readonly ok: false; readonly problems: readonly string[] };

const kinds: readonly unknown[] = ['company', 'city', 'institution'];
/** First subtags of the languages that the matcher reads. */
const languages: readonly string[] = ['en', 'zh'];
const fields: readonly string[] = ['id', 'kind', 'lang', 'title', 'text'];
const longestText = 20_000;
/** More entries than these that say the same are one, said again and again. */
const mostAlike = 100;

type Fields = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

const lengthProblem = (name: string, text: string, most: number): string | null =>
  text.length > most ? `${name} is ${text.length.toLocaleString('en')} characters long, at most ${most.toLocaleString('en')}` : null;

function titleProblems(title: unknown): readonly (string | null)[] {
  if (typeof title !== 'string') return [`title is ${shown(title)}, it has to be a text`];
  const odd = breaksLine(title);
  return [
    lengthProblem('title', title, longestLine),
    odd === null ? null : `title has the character ${odd.character}, it has to be one plain line`,
    hasMarkup(title) ? 'title has markup or a script, it has to be plain words' : null,
  ];
}

function textProblems(text: unknown): readonly (string | null)[] {
  if (typeof text !== 'string') return [`text is ${shown(text)}, it has to be a text`];
  const long = lengthProblem('text', text, longestText);
  if (long !== null) return [long];
  const odd = hiddenIn(text);
  return [
    odd === null ? null : `text has the hidden character ${odd.character} in line ${odd.line}`,
    hasMarkup(text) ? 'text has markup or a script, it has to be plain words' : null,
  ];
}

/** No language is one that is told by the letters. */
function languageProblem(lang: unknown): string | null {
  if (lang === undefined || lang === null) return null;
  const isRead =
    typeof lang === 'string' && /^[a-z]{2}(-[a-z0-9]{2,8})*$/i.test(lang) && languages.includes(lang.slice(0, 2).toLowerCase());
  return isRead ? null : `lang is ${shown(lang)}, a language that the matcher does not read; it reads en and zh-Hans`;
}

function entryProblems(entry: Fields): readonly string[] {
  const { id, kind, lang, title, text } = entry;
  const isEmpty = typeof title === 'string' && typeof text === 'string' && title.trim() === '' && text.trim() === '';
  return [
    ...Object.keys(entry)
      .filter((name) => !fields.includes(name))
      .map((name) => `${shown(name)} is no field; there are ${fields.join(', ')}`),
    typeof id !== 'string' || id.trim() === '' ? `id is ${shown(id)}, it has to be a text` : lengthProblem('id', id, longestLine),
    typeof id === 'string' && breaksLine(id) !== null ? 'id has a line break or a hidden character' : null,
    kinds.includes(kind) ? null : `kind is ${shown(kind)}, it has to be company, city or institution`,
    languageProblem(lang),
    ...titleProblems(title),
    ...textProblems(text),
    isEmpty ? 'title and text are empty' : null,
  ].filter((problem) => problem !== null);
}

function entriesOf(list: 'offers' | 'needs', entries: unknown, problems: string[]): readonly FileEntry[] {
  if (!Array.isArray(entries)) {
    problems.push(`${list} is ${shown(entries)}, it has to be a list`);
    return [];
  }
  const read: FileEntry[] = [];
  const seen = new Map<string, number>();
  const alike = new Map<string, number>();
  for (const [at, entry] of (entries as readonly unknown[]).entries()) {
    const name = `${list}[${at}]`;
    if (!isRecord(entry)) {
      problems.push(`${name} is ${shown(entry)}, it has to be an object`);
      continue;
    }
    const { id, lang, title, text } = entry;
    problems.push(...entryProblems(entry).map((problem) => `${name}: ${problem}`));
    if (typeof id !== 'string' || typeof title !== 'string' || typeof text !== 'string') continue;
    const before = seen.get(id);
    if (before === undefined) seen.set(id, at);
    else problems.push(`${name}: id ${shown(id)} is that of ${list}[${before}], too`);
    const words = `${title}\n${text}`;
    alike.set(words, (alike.get(words) ?? 0) + 1);
    read.push({ id, passage: { language: typeof lang === 'string' ? lang : null, title, text } });
  }
  for (const [words, count] of alike)
    if (count > mostAlike) problems.push(`${list}: ${count.toLocaleString('en')} say the same (${shown(words)}), at most ${mostAlike} may`);
  return read;
}

/** Reads the text of a file, or tells everything that is wrong with it. */
export function readMatchFile(text: string): ReadFile {
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (fault) {
    return { ok: false, problems: [`The file is no JSON: ${fault instanceof Error ? fault.message : String(fault)}`] };
  }
  if (!isRecord(root)) return { ok: false, problems: [`The file is ${shown(root)}, it has to be an object with offers and needs`] };
  const problems = Object.keys(root)
    .filter((name) => name !== 'offers' && name !== 'needs')
    .map((name) => `${shown(name)} is no part of the file; there are offers and needs`);
  const file = { offers: entriesOf('offers', root['offers'], problems), needs: entriesOf('needs', root['needs'], problems) };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, file };
}
