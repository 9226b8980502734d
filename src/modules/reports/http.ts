// Binds the contract of reports to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, answerPrepared, type HttpContext } from '#platform/http/procedure.ts';
import { exportCouncilReport, getCouncilReport } from './api/council/council-report.ts';
import { exportFollowThrough } from './api/follow-through/export.ts';
import { getFollowThrough } from './api/follow-through/follow-through.ts';
import { listFollowedEditions } from './api/follow-through/followed-editions.ts';
import { listFollowThrough } from './api/follow-through/list-announcements.ts';
import { previewFollowThrough, publishFollowThrough, withdrawFollowThroughPage } from './api/follow-through/publish.ts';
import { exportTieReport } from './api/export-tie-report.ts';
import { exportScorecard, getScorecard, listScored } from './api/scorecard/scorecard.ts';
import { exportTieSnapshot } from './api/snapshots/export-snapshot.ts';
import {
  previewTieSnapshot,
  publishTieSnapshot,
  readForSnapshot,
  removeSnapshotName,
  withdrawTieSnapshot,
} from './api/snapshots/publish-snapshot.ts';
import { compareTieSnapshot, getTieSnapshot, listTieSnapshots } from './api/snapshots/snapshots.ts';
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
  getScorecard: os.getScorecard.handler(answer(getScorecard)),
  listScored: os.listScored.handler(answer(listScored)),
  exportScorecard: os.exportScorecard.handler(answerOutside(exportScorecard)),
  getCouncilReport: os.getCouncilReport.handler(answer(getCouncilReport)),
  exportCouncilReport: os.exportCouncilReport.handler(answerOutside(exportCouncilReport)),
  listTieSnapshots: os.listTieSnapshots.handler(answer(listTieSnapshots)),
  getTieSnapshot: os.getTieSnapshot.handler(answer(getTieSnapshot)),
  compareTieSnapshot: os.compareTieSnapshot.handler(answer(compareTieSnapshot)),
  exportTieSnapshot: os.exportTieSnapshot.handler(answerOutside(exportTieSnapshot)),
  previewTieSnapshot: os.previewTieSnapshot.handler(answer(previewTieSnapshot)),
  publishTieSnapshot: os.publishTieSnapshot.handler(answerPrepared(readForSnapshot, publishTieSnapshot)),
  withdrawTieSnapshot: os.withdrawTieSnapshot.handler(answer(withdrawTieSnapshot)),
  removeSnapshotName: os.removeSnapshotName.handler(answer(removeSnapshotName)),
  exportTieReport: os.exportTieReport.handler(answerOutside(exportTieReport)),
});
