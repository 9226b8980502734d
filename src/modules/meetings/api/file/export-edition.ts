// The facts of an edition as a file: what the organiser takes home, and what an import reads back unchanged.
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Transact } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { writeStoredEdition } from '../../formats/edition-files.ts';
import { loadStored } from '../../store/edition-facts.ts';
import { oversee } from '../open-edition.ts';

/** Writes the edition as a file for its organiser, outside the transaction that reads it. Refuses `meetings.edition_unknown`, `expos.organiser_only`. */
export async function exportEdition(transact: Transact, input: Asked<'exportEdition'>): Promise<Result<File>> {
  const read = await transact(async (work) => {
    const opened = await oversee(work, input.editionId);
    if (!opened.ok) return opened;
    const stored = await loadStored(work.tx, opened.value.scope);
    if (stored === null) return notFound('meetings.edition_unknown');
    return ok({ facts: stored.facts, language: input.language ?? work.actor.language, slug: opened.value.head.slug });
  });
  if (!read.ok) return read;
  const { facts, language, slug } = read.value;
  const written = await writeStoredEdition({ facts, format: input.format, language, table: input.table ?? null });
  if (!written.ok) return written;
  const { bytes, mediaType, extension } = written.value;
  return ok(
    new File([new Uint8Array(bytes)], `${slug}${input.table === undefined ? '' : `-${input.table}`}.${extension}`, { type: mediaType }),
  );
}
