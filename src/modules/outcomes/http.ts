// Binds the contract of outcomes to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, answerPrepared, type HttpContext } from '#platform/http/procedure.ts';
import { acceptAnswer } from './api/accept-answer.ts';
import { addEntry, reverseEntry, stateRate } from './api/add-entry.ts';
import { updateOutcome, withdrawOutcome } from './api/change-outcome.ts';
import { confirmStage } from './api/confirm-stage.ts';
import { enterOutcomeStatements } from './api/enter-outcome-statements.ts';
import { listContradicted } from './api/list-contradicted.ts';
import { listUnanswered } from './api/list-unanswered.ts';
import { listOutcomes } from './api/list-outcomes.ts';
import {
  holdFollowUps,
  listFollowUps,
  previewFollowUp,
  routeFollowUps,
  sendFollowUps,
  takeBackFollowUps,
  type Posting,
} from './api/follow-up/ask.ts';
import { answerFollowUp, openFollowUp, readPaper, resumeFollowUps, stopFollowUps } from './api/follow-up/answer.ts';
import { listComingFollowUps, listEditionRoutes, previewEditionRoute, previewVisitRoute } from './api/follow-up/coming.ts';
import { listFollowUpAnswers } from './api/follow-up/list-answers.ts';
import { getEditionRoute, getFollowUpRule, setEditionRoute, setFollowUpRule, setVisitRoute } from './api/follow-up/rules.ts';
import { getLead } from './api/leads.ts';
import { getOutcome } from './api/open-outcome.ts';
import {
  checkEvidence,
  getEvidenceList,
  getOutcomeEvidence,
  markEvidence,
  restoreEvidence,
  setEvidenceList,
  withdrawEvidence,
} from './api/evidence/keep-evidence.ts';
import { drawSample, listSamples } from './api/evidence/samples.ts';
import { convertTotals } from './api/rates/convert.ts';
import {
  chooseRates,
  listRates,
  listRateTables,
  previewRateTable,
  readRateFile,
  recordRateTable,
  undoRateTable,
} from './api/rates/keep-table.ts';
import { addMilestones, updateMark } from './api/project/correct-marks.ts';
import { addMark, enterMarkStatements, setProjectAim, withdrawMark } from './api/project/keep-plan.ts';
import { getProjectPlan, listProjects } from './api/project/show-plan.ts';
import { recordOutcome } from './api/record-outcome.ts';
import { previewOutcomeAudience, setOutcomeAudience } from './api/share-outcome.ts';
import { exportSheetProblems, readOutcomeFile } from './api/sheet/files.ts';
import { listOutcomeSheets, previewOutcomeSheet, recordOutcomeSheet, undoOutcomeSheet } from './api/sheet/keep-sheet.ts';
import { listWaiting, takeUpOutcome } from './api/take-up-outcome.ts';
import { outcomes } from './contract.ts';

const os = implement(outcomes).$context<HttpContext>();

const followUpHandlers = (posting: Posting) => ({
  listFollowUps: os.listFollowUps.handler(answer(listFollowUps)),
  previewFollowUp: os.previewFollowUp.handler(answer((work, input) => previewFollowUp(work, input, posting))),
  sendFollowUps: os.sendFollowUps.handler(answer((work, input) => sendFollowUps(work, input, posting))),
  holdFollowUps: os.holdFollowUps.handler(answer(holdFollowUps)),
  takeBackFollowUps: os.takeBackFollowUps.handler(answer(takeBackFollowUps)),
  routeFollowUps: os.routeFollowUps.handler(answer(routeFollowUps)),
  getEditionRoute: os.getEditionRoute.handler(answer(getEditionRoute)),
  setEditionRoute: os.setEditionRoute.handler(answer(setEditionRoute)),
  listEditionRoutes: os.listEditionRoutes.handler(answer(listEditionRoutes)),
  previewEditionRoute: os.previewEditionRoute.handler(answer(previewEditionRoute)),
  listComingFollowUps: os.listComingFollowUps.handler(answer(listComingFollowUps)),
  getFollowUpRule: os.getFollowUpRule.handler(answer(getFollowUpRule)),
  setVisitRoute: os.setVisitRoute.handler(answer(setVisitRoute)),
  previewVisitRoute: os.previewVisitRoute.handler(answer(previewVisitRoute)),
  setFollowUpRule: os.setFollowUpRule.handler(answer(setFollowUpRule)),
  listFollowUpAnswers: os.listFollowUpAnswers.handler(answer(listFollowUpAnswers)),
  openFollowUp: os.openFollowUp.handler(answer(openFollowUp)),
  answerFollowUp: os.answerFollowUp.handler(answerPrepared(readPaper, answerFollowUp)),
  stopFollowUps: os.stopFollowUps.handler(answer(stopFollowUps)),
  resumeFollowUps: os.resumeFollowUps.handler(answer(resumeFollowUps)),
});

const evidenceHandlers = {
  getOutcomeEvidence: os.getOutcomeEvidence.handler(answer(getOutcomeEvidence)),
  markEvidence: os.markEvidence.handler(answer(markEvidence)),
  checkEvidence: os.checkEvidence.handler(answer(checkEvidence)),
  withdrawEvidence: os.withdrawEvidence.handler(answer(withdrawEvidence)),
  restoreEvidence: os.restoreEvidence.handler(answer(restoreEvidence)),
  getEvidenceList: os.getEvidenceList.handler(answer(getEvidenceList)),
  setEvidenceList: os.setEvidenceList.handler(answer(setEvidenceList)),
  drawSample: os.drawSample.handler(answer(drawSample)),
  listSamples: os.listSamples.handler(answer(listSamples)),
};

const rateHandlers = {
  previewRateTable: os.previewRateTable.handler(answer(previewRateTable)),
  readRateFile: os.readRateFile.handler(answerOutside(readRateFile)),
  recordRateTable: os.recordRateTable.handler(answer(recordRateTable)),
  listRateTables: os.listRateTables.handler(answer(listRateTables)),
  listRates: os.listRates.handler(answer(listRates)),
  undoRateTable: os.undoRateTable.handler(answer(undoRateTable)),
  chooseRates: os.chooseRates.handler(answer(chooseRates)),
  convertTotals: os.convertTotals.handler(answer(convertTotals)),
};

/** `posting` says what letters need to know of the server. */
export const outcomesRouter = (posting: Posting) =>
  os.router({
    ...followUpHandlers(posting),
    ...rateHandlers,
    ...evidenceHandlers,
    getProjectPlan: os.getProjectPlan.handler(answer(getProjectPlan)),
    listProjects: os.listProjects.handler(answer(listProjects)),
    setProjectAim: os.setProjectAim.handler(answer(setProjectAim)),
    addMark: os.addMark.handler(answer(addMark)),
    addMilestones: os.addMilestones.handler(answer(addMilestones)),
    updateMark: os.updateMark.handler(answer(updateMark)),
    enterMarkStatements: os.enterMarkStatements.handler(answer(enterMarkStatements)),
    withdrawMark: os.withdrawMark.handler(answer(withdrawMark)),
    listOutcomes: os.listOutcomes.handler(answer(listOutcomes)),
    listContradicted: os.listContradicted.handler(answer(listContradicted)),
    listUnanswered: os.listUnanswered.handler(answer(listUnanswered)),
    listWaiting: os.listWaiting.handler(answer(listWaiting)),
    getLead: os.getLead.handler(answer(getLead)),
    getOutcome: os.getOutcome.handler(answer(getOutcome)),
    recordOutcome: os.recordOutcome.handler(answer(recordOutcome)),
    updateOutcome: os.updateOutcome.handler(answer(updateOutcome)),
    withdrawOutcome: os.withdrawOutcome.handler(answer(withdrawOutcome)),
    addEntry: os.addEntry.handler(answer(addEntry)),
    reverseEntry: os.reverseEntry.handler(answer(reverseEntry)),
    stateRate: os.stateRate.handler(answer(stateRate)),
    confirmStage: os.confirmStage.handler(answer(confirmStage)),
    acceptAnswer: os.acceptAnswer.handler(answer(acceptAnswer)),
    takeUpOutcome: os.takeUpOutcome.handler(answer(takeUpOutcome)),
    enterOutcomeStatements: os.enterOutcomeStatements.handler(answer(enterOutcomeStatements)),
    previewOutcomeAudience: os.previewOutcomeAudience.handler(answer(previewOutcomeAudience)),
    previewOutcomeSheet: os.previewOutcomeSheet.handler(answer(previewOutcomeSheet)),
    recordOutcomeSheet: os.recordOutcomeSheet.handler(answer(recordOutcomeSheet)),
    readOutcomeFile: os.readOutcomeFile.handler(answerOutside(readOutcomeFile)),
    listOutcomeSheets: os.listOutcomeSheets.handler(answer(listOutcomeSheets)),
    undoOutcomeSheet: os.undoOutcomeSheet.handler(answer(undoOutcomeSheet)),
    exportSheetProblems: os.exportSheetProblems.handler(answerOutside(exportSheetProblems)),
    setOutcomeAudience: os.setOutcomeAudience.handler(answer(setOutcomeAudience)),
  });
