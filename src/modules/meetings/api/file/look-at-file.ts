// Before a file is read in: how its sheets are taken, which of its rows cannot be read, and an empty one to begin with.
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Transact } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { lookAtFile as lookIn, writeBadRows, writeTemplate } from '../../formats/edition-files.ts';
import { labelsRead } from '#modules/cities/api/naming.ts';
import { loadStored } from '../../store/edition-facts.ts';
import { organise } from '../open-edition.ts';

/** Sheets and columns as they are found, or as somebody says; the file is not judged. Refuses what cannot be opened. */
export async function lookAtFile(transact: Transact, input: Asked<'lookAtFile'>): Promise<Result<Answer<'lookAtFile'>>> {
  const opened = await transact((work) => organise(work, input.editionId));
  if (!opened.ok) return opened;
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  const read = await lookIn({ bytes, fileName: input.file.name, choices: input.sheets });
  if (!read.ok) return read;
  return ok({
    sheets: read.value.map((one) => ({ ...one, columns: one.columns.map((column) => ({ ...column, samples: [...column.samples] })) })),
  });
}

/** The rows that cannot be read, with the reason, as a workbook. Refuses a file of which more than rows is wrong. */
export async function listBadRows(transact: Transact, input: Asked<'listBadRows'>): Promise<Result<File>> {
  const found = await transact(async (work) => {
    const opened = await organise(work, input.editionId);
    if (!opened.ok) return opened;
    const stored = await loadStored(work.tx, opened.value.scope);
    return stored === null
      ? notFound('meetings.edition_unknown')
      : ok({ ...stored, labels: await labelsRead(work), language: input.language ?? work.actor.language });
  });
  if (!found.ok) return found;
  const { facts, language, labels } = found.value;
  const { file, date, firstStart, minutes, sheets: choices, way } = input;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const written = await writeBadRows({
    facts,
    bytes,
    fileName: file.name,
    day: { date, firstStart, minutes },
    choices,
    way,
    language,
    labels,
  });
  return written.ok ? ok(fileOf(written.value, 'rows-to-mend')) : written;
}

/** A workbook with every sheet and column that is understood, empty, and what may stand in them. */
export async function exportFileTemplate(transact: Transact, input: Asked<'exportFileTemplate'>): Promise<Result<File>> {
  const language = await transact((work) => Promise.resolve(ok(input.language ?? work.actor.language)));
  if (!language.ok) return language;
  const written = await writeTemplate(language.value);
  return written.ok ? ok(fileOf(written.value, 'edition-template')) : written;
}

const fileOf = (
  { bytes, extension, mediaType }: { readonly bytes: Uint8Array; readonly extension: string; readonly mediaType: string },
  name: string,
): File => new File([new Uint8Array(bytes)], `${name}.${extension}`, { type: mediaType });
