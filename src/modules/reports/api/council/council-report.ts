// The report to a council: on the screen as a paper, and as a file; for members of its office alone, since it says what exchanges cost.
import type { OfficeId } from '#kernel/ids.ts';
import { writing, type Language } from '#kernel/language.ts';
import type { Paper } from '#kernel/paper/paper.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Beside } from '#platform/files/file-thread.ts';
import { paperMediaTypes, setPaper } from '#platform/paper/paper-file.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { councilAsked } from '../../contract/council.ts';
import { mayReadCouncil } from '../../policy.ts';
import { mediaTypes, writeReport } from '../../formats/report-files.ts';
import { byName, composeCouncil } from './compose-council.ts';
import { councilSheets } from './council-sheets.ts';
import { gatherYear, type CouncilYear } from './gather-year.ts';

type ReportAsked = Asked<'getCouncilReport'>;

async function yearFor(work: Work, { officeId, year }: ReportAsked): Promise<Result<CouncilYear>> {
  const office = mayReadCouncil(work.actor, officeId);
  return office.ok ? ok(await gatherYear(work, { office: office.value, year })) : office;
}

interface Shown {
  readonly office: { readonly id: OfficeId; readonly name: CouncilYear['office']['name'] };
  readonly year: number;
  readonly ties: number;
  readonly paper: Paper;
}

/** Refuses `kernel.forbidden`. */
export async function getCouncilReport(work: Work, input: ReportAsked): Promise<Result<Shown>> {
  const read = await yearFor(work, input);
  if (!read.ok) return read;
  const { office, year, ties } = read.value;
  const paper = composeCouncil(read.value, input.language ?? work.actor.language);
  return ok({ office: { id: office.id, name: { ...office.name } }, year, ties: ties.length, paper });
}

/** What is written, and what its file is called. */
export interface PreparedCouncil {
  readonly council: CouncilYear;
  readonly language: Language;
  readonly form: Asked<'exportCouncilReport'>['form'];
  readonly fileName: string;
}

/** What a page asks for in its address; refuses what is none. */
export function readCouncilQuery(query: Readonly<Record<string, string>>): Result<Asked<'exportCouncilReport'>> {
  const read = councilAsked.strict().safeParse(query);
  return read.success
    ? ok(read.data)
    : refuse({ kind: 'invalid', code: 'kernel.invalid_input', params: { count: read.error.issues.length } });
}

/** Refuses `kernel.forbidden`. */
export const prepareCouncil = (transact: Transact, input: Asked<'exportCouncilReport'>): Promise<Result<PreparedCouncil>> =>
  transact(async (work) => {
    const read = await yearFor(work, input);
    if (!read.ok) return read;
    const language = input.language ?? work.actor.language;
    const suffix = input.form === 'json' ? '' : `-${writing[language].suffix}`;
    return ok({ council: read.value, language, form: input.form, fileName: `council-report-${String(input.year)}${suffix}.${input.form}` });
  });

/** Outside of transactions: it waits for its turn. */
export async function makeCouncil({ council, language, form, fileName }: PreparedCouncil, beside: Beside = {}): Promise<Result<File>> {
  if (form === 'json') {
    const said = JSON.stringify({ ...council, ties: byName(council.ties, language) }, null, 2);
    return ok(new File([said], fileName, { type: 'application/json' }));
  }
  if (form === 'xlsx') {
    const book = await writeReport(councilSheets(council, language));
    return book.ok ? ok(new File([new Uint8Array(book.value)], fileName, { type: mediaTypes.xlsx })) : book;
  }
  const set = await setPaper(composeCouncil(council, language), form, beside);
  if (!set.ok) return set;
  return ok(new File([new Uint8Array(set.value.bytes ?? [])], fileName, { type: paperMediaTypes[form] }));
}

export async function exportCouncilReport(transact: Transact, input: Asked<'exportCouncilReport'>): Promise<Result<File>> {
  const prepared = await prepareCouncil(transact, input);
  return prepared.ok ? makeCouncil(prepared.value) : prepared;
}
