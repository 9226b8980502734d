// Registrations as a table: what a list of participants has, under the same heads, and behind it where each stands. Read into an edition it brings
// participants; the columns behind are told as not taken.
import { inEach, type Language } from '#kernel/language.ts';
import { sentence } from '#kernel/sentence.ts';
import type { RegistrationState } from '#modules/expos/domain/registration.ts';
import type { Cell } from '#platform/files/sheets.ts';
import { writeCsv } from '#platform/files/write-csv.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import type { EditionFile } from '../domain/file/edition-file.ts';
import { en } from './registrations-text.en.ts';
import { zh } from './registrations-text.zh.ts';
import { writeTables } from './tables/write-tables.ts';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = inEach(en, zh);

/** Where one stands, beside its row of participants. Days as venue days. */
export interface StandingFile {
  readonly state: RegistrationState;
  /** Its place on the waiting list, from 1. */
  readonly position: number | null;
  readonly registered: string;
  readonly confirmed: string | null;
  readonly standWish: string;
  /** What was agreed to and still holds, each in the words that were read, with who receives. */
  readonly agreed: readonly string[];
}

export interface RegistrationsInput {
  /** Participants, contacts, groups and topics as a file has them; who has no code yet has a number of its own as code, which is not written. */
  readonly edition: EditionFile;
  /** In the order of the participants. */
  readonly standing: readonly StandingFile[];
  readonly codes: readonly (string | null)[];
  readonly format: 'xlsx' | 'csv';
  readonly language: Language;
}

export function registrationsFile({ edition, standing, codes, format, language }: RegistrationsInput): Uint8Array<ArrayBuffer> {
  const say = (key: string): string => sentence(texts[language], language, `meetings.registered_${key}`);
  const sheet = writeTables(edition, language).find(({ table }) => table === 'participants')?.sheet ?? { header: [], rows: [] };
  const behind = standing.map(({ state, position, registered, confirmed, standWish, agreed }): readonly Cell[] => [
    ...[say(`state_${state}`), position ?? '', registered, confirmed ?? '', standWish, agreed.join('; ')],
  ]);
  const header = [...sheet.header, ...['state', 'position', 'on', 'confirmed', 'stand_wish', 'agreed'].map(say)];
  const rows = sheet.rows.map(([, ...row], at) => [codes[at] ?? '', ...row, ...(behind[at] ?? [])]);
  if (format === 'csv') return writeCsv([header, ...rows]);
  return new Uint8Array(writeWorkbook([{ name: say('sheet'), header, rows }]));
}
