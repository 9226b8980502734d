// The data of a tie's report as a file to keep: the answer of the API itself, or a workbook.
import { ok, type Result } from '#kernel/result.ts';
import type { Transact } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import { mediaTypes, writeReport } from '../formats/report-files.ts';
import { reportSheets } from './report-sheets.ts';
import { getTieReport } from './tie-report.ts';

/** The file, written outside the transaction that reads; the same for everybody. Refuses `ties.not_found`. */
export async function exportTieReport(transact: Transact, input: Asked<'exportTieReport'>): Promise<Result<File>> {
  const { tie, format, language } = input;
  const read = await transact(async (work) => {
    const report = await getTieReport(work, { tie });
    return report.ok ? ok({ report: report.value, language: language ?? work.actor.language }) : report;
  });
  if (!read.ok) return read;
  const { report, language: written } = read.value;
  const bytes =
    format === 'json' ? ok(new TextEncoder().encode(JSON.stringify(report, null, 2))) : await writeReport(reportSheets(report, written));
  if (!bytes.ok) return bytes;
  return ok(new File([new Uint8Array(bytes.value)], `${report.slug}.${format}`, { type: mediaTypes[format] }));
}
