// Binds the contract of reports to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, type HttpContext } from '#platform/http/procedure.ts';
import { exportFollowThrough } from './api/follow-through/export.ts';
import { getFollowThrough } from './api/follow-through/follow-through.ts';
import { listFollowedEditions } from './api/follow-through/followed-editions.ts';
import { listFollowThrough } from './api/follow-through/list-announcements.ts';
import { previewFollowThrough, publishFollowThrough, withdrawFollowThroughPage } from './api/follow-through/publish.ts';
import { exportTieReport } from './api/export-tie-report.ts';
import { getTieReport, getTieReportDraft } from './api/tie-report.ts';
import { reports } from './contract.ts';

const os = implement(reports).$context<HttpContext>();

export const reportsRouter = os.router({
  getTieReport: os.getTieReport.handler(answer(getTieReport)),
  getTieReportDraft: os.getTieReportDraft.handler(answer(getTieReportDraft)),
  getFollowThrough: os.getFollowThrough.handler(answer(getFollowThrough)),
  listFollowThrough: os.listFollowThrough.handler(answer(listFollowThrough)),
  exportFollowThrough: os.exportFollowThrough.handler(answerOutside(exportFollowThrough)),
  listFollowedEditions: os.listFollowedEditions.handler(answer(listFollowedEditions)),
  previewFollowThrough: os.previewFollowThrough.handler(answer(previewFollowThrough)),
  publishFollowThrough: os.publishFollowThrough.handler(answer(publishFollowThrough)),
  withdrawFollowThrough: os.withdrawFollowThrough.handler(answer(withdrawFollowThroughPage)),
  exportTieReport: os.exportTieReport.handler(answerOutside(exportTieReport)),
});
