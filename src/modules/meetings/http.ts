// Binds the contract of meetings to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, answerPrepared, type HttpContext } from '#platform/http/procedure.ts';
import { cancelBooking, moveBooking } from './api/schedule/change-booking.ts';
import { exchangeBookings } from './api/schedule/exchange-bookings.ts';
import { previewTold } from './api/schedule/preview-told.ts';
import { exchangePlacements, previewExchange } from './api/planning/exchange-placements.ts';
import { movePlacement, pinMeeting, placeUnplaced, unpinMeeting, unplaceMeeting } from './api/planning/change-placement.ts';
import { updateRequest, withdrawRequest } from './api/requests/change-requests.ts';
import { comparePlans, copyPlan } from './api/planning/compare-plans.ts';
import { answerRequest } from './api/requests/answer-request.ts';
import { listSuggestions } from './api/suggestions/list-suggestions.ts';
import { learnFromEdition } from './api/suggestions/learn-from-edition.ts';
import { lookAtBalance } from './api/suggestions/look-at-balance.ts';
import { listStanding } from './api/suggestions/show-balance.ts';
import {
  prepareSuggestionLetters,
  previewSuggestionLetters,
  sendSuggestionLetters,
  stopSuggestionLetters,
} from './api/suggestions/suggestion-letters.ts';
import { changeRequestRules, getRequestRules } from './api/requests/request-rules.ts';
import { createRequests } from './api/requests/create-requests.ts';
import {
  createFeed,
  createInterpreterFeed,
  listFeeds,
  listInterpreterFeeds,
  revokeFeed,
  revokeInterpreterFeed,
} from './api/agenda/feeds.ts';
import { giveCard, listCards, withdrawCard } from './api/agenda/cards.ts';
import { getInterpreterAgenda } from './api/agenda/interpreter-agenda.ts';
import { acceptCandidate, listCandidates } from './api/agenda/fill-holes.ts';
import { getAgenda, groupGrid, groupPack, listMyAgendas } from './api/agenda/get-agenda.ts';
import { exportEdition } from './api/file/export-edition.ts';
import { importEdition, previewImport, readImport } from './api/file/import-edition.ts';
import { exportFileTemplate, listBadRows, lookAtFile } from './api/file/look-at-file.ts';
import { groupUnplaced, tryMending } from './api/planning/group-unplaced.ts';
import { getOutlook } from './api/planning/get-outlook.ts';
import { getPlan, getPlannedMeeting, listConflicts, listPlans, listUnplaced, planGrid } from './api/planning/get-plan.ts';
import { listDecisions } from './api/planning/list-decisions.ts';
import { exportNumbers, getEditionNumbers } from './api/numbers/count-numbers.ts';
import { exportRegistrations } from './api/file/export-registrations.ts';
import { exportSchedule, makePaper } from './api/paper/make-paper.ts';
import { checkProgramme, releaseProgramme } from './api/programme/release-programme.ts';
import { checkVisit } from './api/programme/check-visit.ts';
import { listReleases, scheduleGrid } from './api/schedule/list-releases.ts';
import { listCounterparts, listMyRequests, listRequests } from './api/requests/list-requests.ts';
import { previewReleaseLetter } from './api/schedule/preview-release-letter.ts';
import { checkRelease, releasePlan } from './api/schedule/release-plan.ts';
import { listOpenMeetings, previewRepair, repairSchedule } from './api/schedule/repair-schedule.ts';
import { getDoor, listCheckIns } from './api/door/show-door.ts';
import { listStewards, removeSteward, setSteward } from './api/door/stewards.ts';
import { tellDoor } from './api/door/tell-door.ts';
import { listUntold, markTold } from './api/agenda/untold.ts';
import { proposeExchange } from './api/moves/exchange-meetings.ts';
import { answerMove, askOrganiser, listMoves, listMoveTimes, proposeMove, withdrawMove } from './api/moves/move-by-agreement.ts';
import { getQueueHours, openQueue } from './api/queue/open-queue.ts';
import { getOwnQueue, getQueue, listQueueChoices } from './api/queue/show-queue.ts';
import { createScreen, endScreen, listScreens, setScreen } from './api/screens/keep-screens.ts';
import { getScreen, getWall } from './api/screens/show-wall.ts';
import { setQueueState, tellInterpreterQueue, tellOwnQueue, tellQueue } from './api/queue/tell-queue.ts';
import { giveFeedback, reportAbsence, withdrawAbsence, withdrawFeedback } from './api/agenda/report-meeting.ts';
import { startPlan, stopPlan } from './api/planning/start-plan.ts';
import { undoChange } from './api/schedule/undo-change.ts';
import { meetings } from './contract.ts';

const os = implement(meetings).$context<HttpContext>();

const ofProgramme = {
  checkVisit: os.checkVisit.handler(answer(checkVisit)),
  checkProgramme: os.checkProgramme.handler(answer(checkProgramme)),
  releaseProgramme: os.releaseProgramme.handler(answer(releaseProgramme)),
};

const onTheDay = {
  getQueue: os.getQueue.handler(answer(getQueue)),
  openQueue: os.openQueue.handler(answer(openQueue)),
  getQueueHours: os.getQueueHours.handler(answer(getQueueHours)),
  setQueueState: os.setQueueState.handler(answer(setQueueState)),
  tellQueue: os.tellQueue.handler(answer(tellQueue)),
  listQueueChoices: os.listQueueChoices.handler(answer(listQueueChoices)),
  getOwnQueue: os.getOwnQueue.handler(answer(getOwnQueue)),
  tellInterpreterQueue: os.tellInterpreterQueue.handler(answer(tellInterpreterQueue)),
  tellOwnQueue: os.tellOwnQueue.handler(answer(tellOwnQueue)),
  getDoor: os.getDoor.handler(answer(getDoor)),
  listCheckIns: os.listCheckIns.handler(answer(listCheckIns)),
  listStewards: os.listStewards.handler(answer(listStewards)),
  setSteward: os.setSteward.handler(answer(setSteward)),
  removeSteward: os.removeSteward.handler(answer(removeSteward)),
  tellDoor: os.tellDoor.handler(answer(tellDoor)),
};

const inTheHall = (origin: string) => ({
  getWall: os.getWall.handler(answer(getWall)),
  listScreens: os.listScreens.handler(answer(listScreens)),
  createScreen: os.createScreen.handler(answer((work, input) => createScreen(work, input, origin))),
  setScreen: os.setScreen.handler(answer(setScreen)),
  endScreen: os.endScreen.handler(answer(endScreen)),
  getScreen: os.getScreen.handler(answer(getScreen)),
});

const onAgendas = (origin: string) => ({
  listMoves: os.listMoves.handler(answer(listMoves)),
  listMoveTimes: os.listMoveTimes.handler(answer(listMoveTimes)),
  proposeExchange: os.proposeExchange.handler(answer((work, input) => proposeExchange(work, input, origin))),
  giveCard: os.giveCard.handler(answer((work, input) => giveCard(work, input, origin))),
  proposeMove: os.proposeMove.handler(answer((work, input) => proposeMove(work, input, origin))),
  listUntold: os.listUntold.handler(answer(listUntold)),
  markTold: os.markTold.handler(answer(markTold)),
  askOrganiser: os.askOrganiser.handler(answer((work, input) => askOrganiser(work, input, origin))),
  answerMove: os.answerMove.handler(answer((work, input) => answerMove(work, input, origin))),
  withdrawMove: os.withdrawMove.handler(answer(withdrawMove)),
  listMyAgendas: os.listMyAgendas.handler(answer(listMyAgendas)),
  getAgenda: os.getAgenda.handler(answer(getAgenda)),
  groupGrid: os.groupGrid.handler(answer(groupGrid)),
  groupPack: os.groupPack.handler(answer(groupPack)),
  reportAbsence: os.reportAbsence.handler(answer(reportAbsence)),
  withdrawAbsence: os.withdrawAbsence.handler(answer(withdrawAbsence)),
  giveFeedback: os.giveFeedback.handler(answer(giveFeedback)),
  withdrawFeedback: os.withdrawFeedback.handler(answer(withdrawFeedback)),
  listCards: os.listCards.handler(answer(listCards)),
  withdrawCard: os.withdrawCard.handler(answer(withdrawCard)),
});

const asking = {
  listRequests: os.listRequests.handler(answer(listRequests)),
  listMyRequests: os.listMyRequests.handler(answer(listMyRequests)),
  listCounterparts: os.listCounterparts.handler(answer(listCounterparts)),
  createRequests: os.createRequests.handler(answer(createRequests)),
  answerRequest: os.answerRequest.handler(answer(answerRequest)),
  getRequestRules: os.getRequestRules.handler(answer(getRequestRules)),
  changeRequestRules: os.changeRequestRules.handler(answer(changeRequestRules)),
  updateRequest: os.updateRequest.handler(answer(updateRequest)),
  withdrawRequest: os.withdrawRequest.handler(answer(withdrawRequest)),
};

const calendars = {
  listFeeds: os.listFeeds.handler(answer(listFeeds)),
  createFeed: os.createFeed.handler(answer(createFeed)),
  revokeFeed: os.revokeFeed.handler(answer(revokeFeed)),
};

const interpreting = {
  getInterpreterAgenda: os.getInterpreterAgenda.handler(answer(getInterpreterAgenda)),
  listInterpreterFeeds: os.listInterpreterFeeds.handler(answer(listInterpreterFeeds)),
  createInterpreterFeed: os.createInterpreterFeed.handler(answer(createInterpreterFeed)),
  revokeInterpreterFeed: os.revokeInterpreterFeed.handler(answer(revokeInterpreterFeed)),
};

interface Server {
  /** The address that mails lead to. */
  readonly origin: string;
  /** By which channels letters leave. */
  readonly channels: readonly string[];
}

const suggesting = ({ origin, channels }: Server) => ({
  getBalance: os.getBalance.handler(answerOutside(lookAtBalance)),
  listStanding: os.listStanding.handler(answerOutside(listStanding)),
  listSuggestions: os.listSuggestions.handler(answerOutside(listSuggestions)),
  previewSuggestionLetters: os.previewSuggestionLetters.handler(
    answerOutside((transact, input) => previewSuggestionLetters(transact, input, { origin, leaves: channels.includes('mail') })),
  ),
  sendSuggestionLetters: os.sendSuggestionLetters.handler(
    answerPrepared(prepareSuggestionLetters, (work, input, prepared) => sendSuggestionLetters(work, input, prepared, origin)),
  ),
  learnFromEdition: os.learnFromEdition.handler(answer(learnFromEdition)),
  stopSuggestionLetters: os.stopSuggestionLetters.handler(answer(stopSuggestionLetters)),
});

export function meetingsRouter(server: Server) {
  const { origin } = server;
  return os.router({
    ...asking,
    ...interpreting,
    ...calendars,
    ...inTheHall(origin),
    ...suggesting(server),

    getOutlook: os.getOutlook.handler(answer(getOutlook)),
    listPlans: os.listPlans.handler(answer(listPlans)),
    startPlan: os.startPlan.handler(answer(startPlan)),
    getPlan: os.getPlan.handler(answer(getPlan)),
    stopPlan: os.stopPlan.handler(answer(stopPlan)),
    planGrid: os.planGrid.handler(answer(planGrid)),
    listConflicts: os.listConflicts.handler(answer(listConflicts)),
    listUnplaced: os.listUnplaced.handler(answer(listUnplaced)),
    groupUnplaced: os.groupUnplaced.handler(answer(groupUnplaced)),
    tryMending: os.tryMending.handler(answerOutside(tryMending)),
    getPlannedMeeting: os.getPlannedMeeting.handler(answer(getPlannedMeeting)),
    previewExchange: os.previewExchange.handler(answer(previewExchange)),
    exchangePlacements: os.exchangePlacements.handler(answer(exchangePlacements)),
    movePlacement: os.movePlacement.handler(answer(movePlacement)),
    unplaceMeeting: os.unplaceMeeting.handler(answer(unplaceMeeting)),
    placeUnplaced: os.placeUnplaced.handler(answer(placeUnplaced)),
    pinMeeting: os.pinMeeting.handler(answer(pinMeeting)),
    unpinMeeting: os.unpinMeeting.handler(answer(unpinMeeting)),
    copyPlan: os.copyPlan.handler(answer(copyPlan)),
    comparePlans: os.comparePlans.handler(answer(comparePlans)),
    checkRelease: os.checkRelease.handler(answer(checkRelease)),
    previewReleaseLetter: os.previewReleaseLetter.handler(answer((work, input) => previewReleaseLetter(work, input, origin))),
    releasePlan: os.releasePlan.handler(answer((work, input) => releasePlan(work, input, origin))),

    listReleases: os.listReleases.handler(answer(listReleases)),
    scheduleGrid: os.scheduleGrid.handler(answer(scheduleGrid)),
    previewTold: os.previewTold.handler(answer(previewTold)),
    moveBooking: os.moveBooking.handler(answer((work, input) => moveBooking(work, input, origin))),
    exchangeBookings: os.exchangeBookings.handler(answer((work, input) => exchangeBookings(work, input, origin))),
    cancelBooking: os.cancelBooking.handler(answer((work, input) => cancelBooking(work, input, origin))),
    listOpenMeetings: os.listOpenMeetings.handler(answer(listOpenMeetings)),
    previewRepair: os.previewRepair.handler(answer(previewRepair)),
    repairSchedule: os.repairSchedule.handler(answer((work, input) => repairSchedule(work, input, origin))),
    undoChange: os.undoChange.handler(answer((work, input) => undoChange(work, input, origin))),
    listCandidates: os.listCandidates.handler(answer(listCandidates)),
    acceptCandidate: os.acceptCandidate.handler(answer((work, input) => acceptCandidate(work, input, origin))),

    listDecisions: os.listDecisions.handler(answer(listDecisions)),

    ...onTheDay,
    ...onAgendas(origin),

    previewImport: os.previewImport.handler(answerPrepared(readImport, previewImport)),
    importEdition: os.importEdition.handler(answerPrepared(readImport, importEdition)),
    lookAtFile: os.lookAtFile.handler(answerOutside(lookAtFile)),
    listBadRows: os.listBadRows.handler(answerOutside(listBadRows)),
    exportFileTemplate: os.exportFileTemplate.handler(answerOutside(exportFileTemplate)),
    exportEdition: os.exportEdition.handler(answerOutside(exportEdition)),

    ...ofProgramme,
    makePaper: os.makePaper.handler(answerOutside(makePaper)),
    getEditionNumbers: os.getEditionNumbers.handler(answer(getEditionNumbers)),
    exportNumbers: os.exportNumbers.handler(answer(exportNumbers)),
    exportRegistrations: os.exportRegistrations.handler(answerOutside(exportRegistrations)),
    exportSchedule: os.exportSchedule.handler(answerOutside(exportSchedule)),
  });
}
