// Binds the contract of ties to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, answerPrepared, type HttpContext } from '#platform/http/procedure.ts';
import { addAgreement, updateAgreement, withdrawAgreement } from './api/change-agreements.ts';
import { addCarrier, updateCarrier, withdrawCarrier } from './api/change-carriers.ts';
import { addHolder, eraseHolder, updateHolder } from './api/change-holders.ts';
import { addExchange, updateExchange, withdrawExchange } from './api/change-exchanges.ts';
import { addAgreedItem, carryItemsOver, sayItemState, takeItemsBack, updateAgreedItem } from './api/change-items.ts';
import { drawMap } from './api/draw-map.ts';
import { getExchangeNotes, setExchangeNotes } from './api/exchange-notes.ts';
import { exportPasteProblems } from './api/export-paste.ts';
import { exportRegister } from './api/export-register.ts';
import { findCandidates } from './api/find-candidates.ts';
import { findPath } from './api/find-path.ts';
import { keepTie, withdrawTie } from './api/keep-tie.ts';
import { addTieClass, listTieClasses, updateTieClass } from './api/list-classes.ts';
import { listTies } from './api/list-ties.ts';
import { openDesk } from './api/open-desk.ts';
import { getTie } from './api/open-tie.ts';
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
} from './api/paste-ties.ts';
import { readPastedFile } from './api/read-file.ts';
import { listSharedSisters, getNetwork } from './api/get-network.ts';
import { createCalendar, getReminders, revokeCalendar, setReminderRule, setWeeklyMail, stopWeeklyMail } from './api/reminders.ts';
import { previewTieAudience, setTieAudience } from './api/tie-audience.ts';
import { setTieCells } from './api/set-cells.ts';
import { enterTieStatements } from './api/tie-statements.ts';
import { forgetVerdict, judgeDuplicate, listDuplicates, listMerges, mergeCities, previewMerge, undoMerge } from './api/merge-cities.ts';
import { ties } from './contract.ts';

const os = implement(ties).$context<HttpContext>();

export const tiesRouter = os.router({
  listTies: os.listTies.handler(answer(listTies)),
  getTie: os.getTie.handler(answer(getTie)),
  drawMap: os.drawMap.handler(answer(drawMap)),
  listTieClasses: os.listTieClasses.handler(answer(listTieClasses)),
  getNetwork: os.getNetwork.handler(answer(getNetwork)),
  listSharedSisters: os.listSharedSisters.handler(answer(listSharedSisters)),
  findPath: os.findPath.handler(answer(findPath)),
  findCandidates: os.findCandidates.handler(answerOutside(findCandidates)),
  openDesk: os.openDesk.handler(answer(openDesk)),
  exportRegister: os.exportRegister.handler(answerOutside(exportRegister)),
  readPastedFile: os.readPastedFile.handler(answerOutside(readPastedFile)),
  exportPasteProblems: os.exportPasteProblems.handler(answerOutside(exportPasteProblems)),
  addTieClass: os.addTieClass.handler(answer(addTieClass)),
  updateTieClass: os.updateTieClass.handler(answer(updateTieClass)),
  keepTie: os.keepTie.handler(answer(keepTie)),
  withdrawTie: os.withdrawTie.handler(answer(withdrawTie)),
  previewTieAudience: os.previewTieAudience.handler(answer(previewTieAudience)),
  setTieAudience: os.setTieAudience.handler(answer(setTieAudience)),
  enterTieStatements: os.enterTieStatements.handler(answer(enterTieStatements)),
  setTieCells: os.setTieCells.handler(answer(setTieCells)),
  addAgreement: os.addAgreement.handler(answer(addAgreement)),
  updateAgreement: os.updateAgreement.handler(answer(updateAgreement)),
  withdrawAgreement: os.withdrawAgreement.handler(answer(withdrawAgreement)),
  addAgreedItem: os.addAgreedItem.handler(answer(addAgreedItem)),
  updateAgreedItem: os.updateAgreedItem.handler(answer(updateAgreedItem)),
  sayItemState: os.sayItemState.handler(answer(sayItemState)),
  carryItemsOver: os.carryItemsOver.handler(answer(carryItemsOver)),
  takeItemsBack: os.takeItemsBack.handler(answer(takeItemsBack)),
  addCarrier: os.addCarrier.handler(answer(addCarrier)),
  updateCarrier: os.updateCarrier.handler(answer(updateCarrier)),
  withdrawCarrier: os.withdrawCarrier.handler(answer(withdrawCarrier)),
  addHolder: os.addHolder.handler(answer(addHolder)),
  updateHolder: os.updateHolder.handler(answer(updateHolder)),
  eraseHolder: os.eraseHolder.handler(answer(eraseHolder)),
  addExchange: os.addExchange.handler(answer(addExchange)),
  updateExchange: os.updateExchange.handler(answer(updateExchange)),
  withdrawExchange: os.withdrawExchange.handler(answer(withdrawExchange)),
  getExchangeNotes: os.getExchangeNotes.handler(answer(getExchangeNotes)),
  setExchangeNotes: os.setExchangeNotes.handler(answer(setExchangeNotes)),
  listDuplicates: os.listDuplicates.handler(answer(listDuplicates)),
  judgeDuplicate: os.judgeDuplicate.handler(answer(judgeDuplicate)),
  forgetVerdict: os.forgetVerdict.handler(answer(forgetVerdict)),
  previewMerge: os.previewMerge.handler(answer(previewMerge)),
  listMerges: os.listMerges.handler(answer(listMerges)),
  mergeCities: os.mergeCities.handler(answer(mergeCities)),
  undoMerge: os.undoMerge.handler(answer(undoMerge)),
  getReminders: os.getReminders.handler(answer(getReminders)),
  setReminderRule: os.setReminderRule.handler(answer(setReminderRule)),
  createCalendar: os.createCalendar.handler(answer(createCalendar)),
  revokeCalendar: os.revokeCalendar.handler(answer(revokeCalendar)),
  setWeeklyMail: os.setWeeklyMail.handler(answer(setWeeklyMail)),
  stopWeeklyMail: os.stopWeeklyMail.handler(answer(stopWeeklyMail)),
  previewPaste: os.previewPaste.handler(answerOutside(previewPaste)),
  pasteTies: os.pasteTies.handler(answerPrepared(prepareTies, pasteTies)),
  getPaste: os.getPaste.handler(answerOutside(getPaste)),
  answerPaste: os.answerPaste.handler(answerPrepared(prepareAnswers, answerPaste)),
  settlePaste: os.settlePaste.handler(answerPrepared(preparePaste, settlePaste)),
  undoPaste: os.undoPaste.handler(answerPrepared(preparePaste, undoPaste)),
});
