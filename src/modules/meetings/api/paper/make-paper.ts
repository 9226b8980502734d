// Papers as PDF, and the released schedule as a table: gathered in one transaction, made outside of it.
import { writing } from '#kernel/language.ts';
import { ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { getFloorTable } from '#modules/expos/api/floor/show-floor.ts';
import type { Beside } from '#platform/files/file-thread.ts';
import type { Transact } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { paperInput } from '../../contract/papers.ts';
import { isOfSchedule, paperLanguages, printedOf, type PaperExtent } from '../../domain/paper/paper.ts';
import { makePaperFile } from '../../formats/paper/paper-file.ts';
import type { PaperRequest } from '../../formats/paper/paper-thread.ts';
import { writeScheduleFile } from '../../formats/edition-files.ts';
import { gatherPaper } from './gather-paper.ts';

/** A paper that can be made, and what its file is called. */
export interface PreparedPaper {
  /** Hands out what it is made of, once: whoever waits for the paper of thousands must not hold that besides the thread that sets it. */
  readonly take: () => PaperRequest;
  readonly fileName: string;
}

const extentOf = ({ groupId, participantId, interpreterId }: Asked<'makePaper'>): PaperExtent =>
  interpreterId !== undefined ? 'interpreter' : participantId !== undefined ? 'participant' : groupId !== undefined ? 'group' : 'all';

const extentFields: Readonly<Record<PaperExtent, string>> = {
  all: 'paper',
  group: 'groupId',
  participant: 'participantId',
  interpreter: 'interpreterId',
};

/** What a page asks for in its address; refuses what is none. */
export function readPaperQuery(query: Readonly<Record<string, string>>): Result<Asked<'makePaper'>> {
  const read = paperInput.strict().safeParse(query);
  return read.success
    ? ok(read.data)
    : refuse({ kind: 'invalid', code: 'kernel.invalid_input', params: { count: read.error.issues.length } });
}

function handedOut(request: PaperRequest): () => PaperRequest {
  let held: PaperRequest | null = request;
  return () => {
    const taken = held;
    held = null;
    if (taken === null) throw new Error('a paper is made once');
    return taken;
  };
}

const inFileName = (part: string): string => part.replaceAll(/[^\p{L}\p{N}.-]+/gu, '_');

/** Gathers what a paper is made of. Refuses what the asker may not print, and all but badges, the floor plan and the programme before the first release. */
export async function preparePaper(transact: Transact, input: Asked<'makePaper'>): Promise<Result<PreparedPaper>> {
  const { paper: kind, language, order, card, day, hall } = input;
  if (!printedOf(kind, extentOf(input))) return refuseInput([{ path: [extentFields[extentOf(input)]], code: 'meetings.paper_of_all' }]);
  return transact(async (work) => {
    const gathered = await gatherPaper(work, input, { released: isOfSchedule(kind) });
    if (!gathered.ok) return gathered;
    const drawn = kind === 'floor' ? await getFloorTable(work, { editionId: input.editionId }) : null;
    if (drawn?.ok === false) return drawn;
    const { of } = gathered.value;
    const facts = {
      ...gathered.value.facts,
      floor: drawn === null ? null : { halls: drawn.value.halls, rectangles: drawn.value.rectangles },
    };
    const chosen = language ?? work.actor.language;
    const choice = { kind, languages: paperLanguages[chosen], order, card, day, hall };
    const suffix = chosen === 'both' ? '' : writing[chosen].suffix;
    const print = kind === 'badges' && card === 'label' ? 'labels' : kind;
    const sorted = order === 'code' ? '' : order;
    const parts = [facts.edition.slug, print, of, hall ?? '', day ?? '', sorted, suffix].filter((part) => part !== '').map(inFileName);
    return ok({ take: handedOut({ facts, choice }), fileName: `${parts.join('-')}.pdf` });
  });
}

/** Makes a paper. Besides what preparing refuses: `meetings.paper_empty`. */
export async function makePaper(transact: Transact, input: Asked<'makePaper'>, beside: Beside = {}): Promise<Result<File>> {
  const prepared = await preparePaper(transact, input);
  if (!prepared.ok) return prepared;
  const made = await makePaperFile(prepared.value.take, beside);
  if (!made.ok) return made;
  return ok(new File([made.value.bytes], prepared.value.fileName, { type: 'application/pdf' }));
}

/** The released schedule as workbook or separated text, for the organiser. Refuses `meetings.not_released_yet`. */
export async function exportSchedule(transact: Transact, { editionId, ...input }: Asked<'exportSchedule'>): Promise<Result<File>> {
  const gathered = await transact(async (work) => {
    const found = await gatherPaper(work, { editionId }, { released: true });
    return found.ok ? ok({ facts: found.value.facts, language: input.language ?? work.actor.language }) : found;
  });
  if (!gathered.ok) return gathered;
  const { facts, language } = gathered.value;
  const written = await writeScheduleFile({ facts, format: input.format, language });
  if (!written.ok) return written;
  const { bytes, mediaType, extension } = written.value;
  const release = facts.release === null ? '' : `-${String(facts.release.number)}`;
  return ok(new File([new Uint8Array(bytes)], `${facts.edition.slug}-schedule${release}.${extension}`, { type: mediaType }));
}
