// Reads and writes edition files in a thread with bounds on time and memory, so that no file stalls or exhausts the server.
import type { Result } from '#kernel/result.ts';
import { runFileThread } from '#platform/files/file-thread.ts';
import type { WriteInput, WrittenFile } from './edition-bytes.ts';
import type { Language } from '#kernel/language.ts';
import type { BadRowsInput, ExportInput, LookInput, ScheduleInput, ThreadRequest } from './edition-file-thread.ts';
import type { ImportInput, ReadImport } from './import-bytes.ts';
import type { RegistrationsInput } from './registrations-file.ts';
import type { SheetReading } from './tables/recognise.ts';

const thread = { module: new URL('./edition-file-thread.ts', import.meta.url), milliseconds: 20_000, heapMegabytes: 256 };

/** Writes an edition as workbook, separated text or benchmark instance. */
export const writeEditionFile = (input: WriteInput): Promise<Result<WrittenFile>> =>
  runFileThread<WrittenFile>(thread, { task: 'write', input } satisfies ThreadRequest);

/** Reads a file against an edition: what an import of it would do, or every problem with its place. */
export const readImportFile = (input: ImportInput): Promise<Result<ReadImport>> =>
  runFileThread<ReadImport>(thread, { task: 'import', input } satisfies ThreadRequest);

/** Writes an edition that the database told, in any format. */
export const writeStoredEdition = (input: ExportInput): Promise<Result<WrittenFile>> =>
  runFileThread<WrittenFile>(thread, { task: 'export', input } satisfies ThreadRequest);

/** How the sheets and columns of a file are read, as they were found or chosen. */
export const lookAtFile = (input: LookInput): Promise<Result<readonly SheetReading[]>> =>
  runFileThread<readonly SheetReading[]>(thread, { task: 'look', input } satisfies ThreadRequest);

/** The rows that would be left out, as a workbook with what is wrong. */
export const writeBadRows = (input: BadRowsInput): Promise<Result<WrittenFile>> =>
  runFileThread<WrittenFile>(thread, { task: 'bad-rows', input } satisfies ThreadRequest);

/** Writes the released schedule as workbook or separated text. */
export const writeScheduleFile = (input: ScheduleInput): Promise<Result<WrittenFile>> =>
  runFileThread<WrittenFile>(thread, { task: 'schedule', input } satisfies ThreadRequest);

/** Writes registrations as workbook or separated text. */
export const writeRegistrations = (input: RegistrationsInput): Promise<Result<WrittenFile>> =>
  runFileThread<WrittenFile>(thread, { task: 'registrations', input } satisfies ThreadRequest);

/** An empty workbook to be filled in. */
export const writeTemplate = (input: Language): Promise<Result<WrittenFile>> =>
  runFileThread<WrittenFile>(thread, { task: 'template', input } satisfies ThreadRequest);
