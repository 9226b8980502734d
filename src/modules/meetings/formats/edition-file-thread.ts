// What runs in the thread that reads and writes files: one request in, one answer out.
import { parentPort } from 'node:worker_threads';
import { ok, type Result } from '#kernel/result.ts';
import { fileOfStored, type StoredEdition } from '../domain/file/stored.ts';
import type { Language } from '#kernel/language.ts';
import { badRowsOf } from './bad-rows.ts';
import { lookAtSheets, writeEditionBytes, writtenFile, type ReadInput, type WriteInput, type WrittenFile } from './edition-bytes.ts';
import { readImportBytes, type ImportInput, type ReadImport } from './import-bytes.ts';
import { openFile } from './open-file.ts';
import { registrationsFile, type RegistrationsInput } from './registrations-file.ts';
import { scheduleFile, type ScheduleFormat } from './schedule-file.ts';
import { unpacked, type PackedFacts } from './paper/packed-entries.ts';
import type { SheetReading } from './tables/recognise.ts';
import { templateIn } from './template.ts';

/** An edition to be written, its facts (domain/file/stored.ts) as JSON. */
export type ExportInput = Omit<WriteInput, 'edition'> & { readonly facts: string };

/** A file against the edition's facts; `way`: whether what is wrong is told of it added or in place of what is there. */
export type BadRowsInput = Omit<ImportInput, 'digest' | 'leaveOut'> & { readonly way: ReadInput['way']; readonly language: Language };
export type LookInput = Pick<ReadInput, 'bytes' | 'fileName' | 'choices'>;

/** The released schedule. */
export interface ScheduleInput {
  readonly facts: PackedFacts;
  readonly format: ScheduleFormat;
  readonly language: Language;
}

export type ThreadRequest =
  | { readonly task: 'schedule'; readonly input: ScheduleInput }
  | { readonly task: 'registrations'; readonly input: RegistrationsInput }
  | { readonly task: 'look'; readonly input: LookInput }
  | { readonly task: 'bad-rows'; readonly input: BadRowsInput }
  | { readonly task: 'template'; readonly input: Language }
  | { readonly task: 'write'; readonly input: WriteInput }
  | { readonly task: 'import'; readonly input: ImportInput }
  | { readonly task: 'export'; readonly input: ExportInput };

async function look({ choices, ...file }: LookInput): Promise<Result<readonly SheetReading[]>> {
  const opened = await openFile(file);
  return opened.ok ? ok(lookAtSheets(opened.value.sheets, choices)) : opened;
}

async function badRows({ facts, day, way, language, ...file }: BadRowsInput): Promise<Result<WrittenFile>> {
  const existing = fileOfStored(JSON.parse(facts) as StoredEdition);
  const on = { ...day, date: day.date ?? existing.edition.firstDay };
  return badRowsOf({ ...file, existing, editionOf: 'existing', way, day: on }, language);
}

async function answerTo({ task, input }: ThreadRequest): Promise<Result<WrittenFile | ReadImport | readonly SheetReading[]>> {
  switch (task) {
    case 'look':
      return look(input);
    case 'bad-rows':
      return badRows(input);
    case 'schedule':
      return ok(writtenFile(scheduleFile(unpacked(input.facts), input), input.format));
    case 'registrations':
      return ok(writtenFile(registrationsFile(input), input.format));
    case 'template':
      return ok(templateIn(input));
    case 'write':
      return ok(await writeEditionBytes(input));
    case 'import':
      return readImportBytes(input);
    case 'export':
      return ok(await writeEditionBytes({ ...input, edition: fileOfStored(JSON.parse(input.facts) as StoredEdition) }));
  }
}

parentPort?.on('message', (request: ThreadRequest) => {
  // A fault rejects, ends the thread and reaches the caller as its error.
  void answerTo(request).then((answer) => parentPort?.postMessage(answer));
});
