// Binds the contract of reports to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, type HttpContext } from '#platform/http/procedure.ts';
import { exportTieReport } from './api/export-tie-report.ts';
import { getTieReport, getTieReportDraft } from './api/tie-report.ts';
import { reports } from './contract.ts';

const os = implement(reports).$context<HttpContext>();

export const reportsRouter = os.router({
  getTieReport: os.getTieReport.handler(answer(getTieReport)),
  getTieReportDraft: os.getTieReportDraft.handler(answer(getTieReportDraft)),
  exportTieReport: os.exportTieReport.handler(answerOutside(exportTieReport)),
});
