// A tie's report as a file to keep: two pages to print or to edit, the data as a workbook, or the answer of the API itself.
import { writing, type Language } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { labelsOf } from '#modules/cities/api/naming.ts';
import { hashOf } from '#modules/evidence/api/content-hash.ts';
import { makeFile } from '#platform/paper/paper-file.ts';
import type { Transact } from '#platform/work.ts';
import type { Asked, TieReport } from '../contract.ts';
import { figuresOf, printedSeal } from '../domain/figures.ts';
import type { PaperCopy } from '../domain/paper-copy.ts';
import { mediaTypes, writeReport } from '../formats/report-files.ts';
import { reportSheets } from './report-sheets.ts';
import { composeTieReport, type TiePaperOf } from './tie-paper/compose-tie-report.ts';
import { getTieReport } from './tie-report.ts';

/** What two sides know by that they hold the same figures: the hash of the whole, and as much of it as is printed. */
export function sealOf(report: TieReport): { readonly hash: string; readonly printed: string } {
  const hash = hashOf(figuresOf(report));
  return { hash, printed: printedSeal(hash) };
}

interface Written {
  readonly format: Asked<'exportTieReport'>['format'];
  readonly copy: PaperCopy;
  readonly language: Language;
  /** Its name without an ending. */
  readonly name: string;
  readonly snapshot: TiePaperOf['snapshot'];
  readonly labels: TiePaperOf['labels'];
}

/** A report as a file; outside of transactions. */
export async function fileOfReport(report: TieReport, { format, copy, language, name, snapshot, labels }: Written): Promise<Result<File>> {
  if (format === 'pdf' || format === 'docx') {
    const paper = composeTieReport(report, { language, copy, seal: sealOf(report).printed, snapshot, labels });
    return makeFile(paper, { form: format, name: `${name}-${writing[language].suffix}` });
  }
  const bytes =
    format === 'json' ? ok(new TextEncoder().encode(JSON.stringify(report, null, 2))) : await writeReport(reportSheets(report, language));
  if (!bytes.ok) return bytes;
  return ok(new File([new Uint8Array(bytes.value)], `${snapshot === null ? report.slug : name}.${format}`, { type: mediaTypes[format] }));
}

/** The file, written outside the transaction that reads; the same for everybody. Refuses `ties.not_found`. */
export async function exportTieReport(transact: Transact, input: Asked<'exportTieReport'>): Promise<Result<File>> {
  const { tie, format, copy = 'neutral', language } = input;
  const read = await transact(async (work) => {
    const report = await getTieReport(work, { tie });
    if (!report.ok) return report;
    return ok({ report: report.value, labels: await labelsOf(work), language: language ?? work.actor.language });
  });
  if (!read.ok) return read;
  const { report, labels, language: written } = read.value;
  return fileOfReport(report, { format, copy, language: written, name: `${report.slug}-report`, snapshot: null, labels });
}
