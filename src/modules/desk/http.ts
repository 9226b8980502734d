// Binds the contract of the module to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, answerPrepared, type HttpContext } from '#platform/http/procedure.ts';
import { exportBriefing, getBriefing, setBriefing } from './api/briefing/briefings.ts';
import {
  beginHandover,
  cancelHandover,
  exportHandover,
  finishHandover,
  getHandover,
  setHandover,
  tickHandover,
} from './api/handover/handovers.ts';
import { exportPasteProblems } from './api/paste/export-paste.ts';
import { exportRegister } from './api/export-register.ts';
import { listAnswers } from './api/answers/list-answers.ts';
import { openDesk } from './api/open-desk.ts';
import {
  answerPaste,
  getPaste,
  pasteTies,
  prepareAnswers,
  preparePaste,
  prepareTies,
  previewPaste,
  settlePaste,
  undoPaste,
} from './api/paste/paste-ties.ts';
import { readPastedFile } from './api/paste/read-file.ts';
import {
  createCalendar,
  getReminders,
  putOffAnswer,
  revokeCalendar,
  setReminderRule,
  setWeeklyMail,
  stopWeeklyMail,
} from './api/reminders.ts';
import { setTieCells } from './api/set-cells.ts';
import { desk } from './contract.ts';

const os = implement(desk).$context<HttpContext>();

export const deskRouter = os.router({
  openDesk: os.openDesk.handler(answer(openDesk)),
  listAnswers: os.listAnswers.handler(answer(listAnswers)),
  exportRegister: os.exportRegister.handler(answerOutside(exportRegister)),
  readPastedFile: os.readPastedFile.handler(answerOutside(readPastedFile)),
  exportPasteProblems: os.exportPasteProblems.handler(answerOutside(exportPasteProblems)),
  setTieCells: os.setTieCells.handler(answer(setTieCells)),
  getReminders: os.getReminders.handler(answer(getReminders)),
  setReminderRule: os.setReminderRule.handler(answer(setReminderRule)),
  putOffAnswer: os.putOffAnswer.handler(answer(putOffAnswer)),
  createCalendar: os.createCalendar.handler(answer(createCalendar)),
  revokeCalendar: os.revokeCalendar.handler(answer(revokeCalendar)),
  setWeeklyMail: os.setWeeklyMail.handler(answer(setWeeklyMail)),
  stopWeeklyMail: os.stopWeeklyMail.handler(answer(stopWeeklyMail)),
  previewPaste: os.previewPaste.handler(answerOutside(previewPaste)),
  pasteTies: os.pasteTies.handler(answerPrepared(prepareTies, pasteTies)),
  getPaste: os.getPaste.handler(answerOutside(getPaste)),
  answerPaste: os.answerPaste.handler(answerPrepared(prepareAnswers, answerPaste)),
  settlePaste: os.settlePaste.handler(answerPrepared(preparePaste, settlePaste)),
  getBriefing: os.getBriefing.handler(answerOutside(getBriefing)),
  setBriefing: os.setBriefing.handler(answer(setBriefing)),
  exportBriefing: os.exportBriefing.handler(answerOutside(exportBriefing)),
  getHandover: os.getHandover.handler(answer(getHandover)),
  exportHandover: os.exportHandover.handler(answerOutside(exportHandover)),
  beginHandover: os.beginHandover.handler(answer(beginHandover)),
  setHandover: os.setHandover.handler(answer(setHandover)),
  cancelHandover: os.cancelHandover.handler(answer(cancelHandover)),
  tickHandover: os.tickHandover.handler(answer(tickHandover)),
  finishHandover: os.finishHandover.handler(answer(finishHandover)),
  undoPaste: os.undoPaste.handler(answerPrepared(preparePaste, undoPaste)),
});
