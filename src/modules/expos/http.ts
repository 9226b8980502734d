// Binds the contract of expos to its use cases.
import { implement } from '@orpc/server';
import { answer, answerNetwork, answerPrepared, type HttpContext } from '#platform/http/procedure.ts';
import { createEdition, updateEdition } from './api/edition/change-edition.ts';
import { createGroup, listGroups, removeGroup, updateGroup } from './api/change-groups.ts';
import { listVisitGroups, setGroupVisit } from './api/group-visits.ts';
import { createInterpreter, listInterpreters, removeInterpreter, updateInterpreter } from './api/change-interpreters.ts';
import {
  createParticipant,
  reinstateParticipant,
  replaceUnavailable,
  updateParticipant,
  withdrawParticipant,
} from './api/change-participants.ts';
import { closePlace, getSetup, replaceSlots, replaceTables } from './api/change-setup.ts';
import { createStand, listStands, removeStand, updateStand } from './api/change-stands.ts';
import { createExpo, listExpos, renameExpo } from './api/expos.ts';
import { listDirectory } from './api/list-directory.ts';
import { listEditions } from './api/edition/list-editions.ts';
import {
  getLetterFigures,
  listLetters,
  makeLink,
  makeLinks,
  previewLetter,
  revokeLinks,
  sendLetters,
  stopLetters,
} from './api/letters/letters.ts';
import { listOwnPlaces } from './api/list-own-places.ts';
import type { Posting } from './api/letters/post-letters.ts';
import { getParticipant, listParticipants } from './api/list-participants.ts';
import { exportEditionComparison, getEditionComparison } from './api/edition/compare-editions.ts';
import { getEdition } from './api/edition/open-edition.ts';
import { answerInterpreter, answerProfile } from './api/own-answers.ts';
import { chooseLetterWay, declineLetters, getLetterWay, getTimes, sayTimes } from './api/own-side.ts';
import {
  addProfileFile,
  describeProfileFile,
  listProfileFiles,
  openProfileFile,
  readProfileFile,
  removeProfileFile,
} from './api/profile-files.ts';
import { previewPublication, publishEdition, unpublishEdition } from './api/edition/publish-edition.ts';
import { enterEditionStatements, enterParticipationStatements, getEditionSaid } from './api/edition/said-of-edition.ts';
import { createProgrammeItem, removeProgrammeItem, replaceProgrammeRooms, updateProgrammeItem } from './api/programme/change-programme.ts';
import { answerSpeaking } from './api/programme/own-speaking.ts';
import { getProgramme, getProgrammeDraft, listCityProgramme } from './api/programme/show-programme.ts';
import { decideRegistration, listRegistrations } from './api/registration/decide.ts';
import { confirmRegistration, register, withdrawConsent, withdrawRegistration } from './api/registration/register.ts';
import { changeRegistrationTerms, getRegistrationPage, getRegistrationTerms } from './api/registration/terms.ts';
import { replaceFloorTable } from './api/floor/replace-floor.ts';
import { getFloorTable, getHallPlan, listHalls } from './api/floor/show-floor.ts';
import { listTakeOvers, previewTakeOver, takeOverSetup, undoTakeOver } from './api/edition/take-over.ts';
import { listTopics, replaceTopics } from './api/topics.ts';
import { expos } from './contract.ts';

const os = implement(expos).$context<HttpContext>();

const programmeHandlers = {
  answerSpeaking: os.answerSpeaking.handler(answer(answerSpeaking)),
  getProgramme: os.getProgramme.handler(answer(getProgramme)),
  listCityProgramme: os.listCityProgramme.handler(answer(listCityProgramme)),
  getProgrammeDraft: os.getProgrammeDraft.handler(answer(getProgrammeDraft)),
  replaceProgrammeRooms: os.replaceProgrammeRooms.handler(answer(replaceProgrammeRooms)),
  createProgrammeItem: os.createProgrammeItem.handler(answer(createProgrammeItem)),
  updateProgrammeItem: os.updateProgrammeItem.handler(answer(updateProgrammeItem)),
  removeProgrammeItem: os.removeProgrammeItem.handler(answer(removeProgrammeItem)),
};

const interpreterHandlers = {
  listInterpreters: os.listInterpreters.handler(answer(listInterpreters)),
  createInterpreter: os.createInterpreter.handler(answer(createInterpreter)),
  updateInterpreter: os.updateInterpreter.handler(answer(updateInterpreter)),
  removeInterpreter: os.removeInterpreter.handler(answer(removeInterpreter)),
  answerInterpreter: os.answerInterpreter.handler(answer(answerInterpreter)),
};

const profileFileHandlers = {
  listProfileFiles: os.listProfileFiles.handler(answer(listProfileFiles)),
  openProfileFile: os.openProfileFile.handler(answer(openProfileFile)),
  addProfileFile: os.addProfileFile.handler(answerPrepared(readProfileFile, addProfileFile)),
  describeProfileFile: os.describeProfileFile.handler(answer(describeProfileFile)),
  removeProfileFile: os.removeProfileFile.handler(answer(removeProfileFile)),
};

const topicHandlers = {
  listTopics: os.listTopics.handler(answer(listTopics)),
  replaceTopics: os.replaceTopics.handler(answer(replaceTopics)),
};

const takeOverHandlers = {
  listTakeOvers: os.listTakeOvers.handler(answer(listTakeOvers)),
  previewTakeOver: os.previewTakeOver.handler(answer(previewTakeOver)),
  takeOverSetup: os.takeOverSetup.handler(answer(takeOverSetup)),
  undoTakeOver: os.undoTakeOver.handler(answer(undoTakeOver)),
};

const floorHandlers = {
  listHalls: os.listHalls.handler(answer(listHalls)),
  getHallPlan: os.getHallPlan.handler(answer(getHallPlan)),
  getFloorTable: os.getFloorTable.handler(answer(getFloorTable)),
  replaceFloorTable: os.replaceFloorTable.handler(answer(replaceFloorTable)),
};

/** What letters and the flood of registrations need to know of the server: `keyOf` makes of a network what can be kept of it. */
interface Server extends Posting {
  readonly keyOf: (network: string) => string;
}

const registrationHandlers = ({ keyOf, ...posting }: Server) => ({
  getRegistrationPage: os.getRegistrationPage.handler(answer(getRegistrationPage)),
  register: os.register.handler(answerNetwork((work, input, network) => register(work, input, { ...posting, network: keyOf(network) }))),
  confirmRegistration: os.confirmRegistration.handler(answer((work, input) => confirmRegistration(work, input, posting))),
  withdrawConsent: os.withdrawConsent.handler(answer((work, input) => withdrawConsent(work, input, posting))),
  withdrawRegistration: os.withdrawRegistration.handler(answer((work, input) => withdrawRegistration(work, input, posting))),
  getRegistrationTerms: os.getRegistrationTerms.handler(answer(getRegistrationTerms)),
  changeRegistrationTerms: os.changeRegistrationTerms.handler(answer((work, input) => changeRegistrationTerms(work, input, posting))),
  listRegistrations: os.listRegistrations.handler(answer(listRegistrations)),
  decideRegistration: os.decideRegistration.handler(answer((work, input) => decideRegistration(work, input, posting))),
});

const ofGroups = {
  listGroups: os.listGroups.handler(answer(listGroups)),
  createGroup: os.createGroup.handler(answer(createGroup)),
  removeGroup: os.removeGroup.handler(answer(removeGroup)),
  updateGroup: os.updateGroup.handler(answer(updateGroup)),
  listVisitGroups: os.listVisitGroups.handler(answer(listVisitGroups)),
  setGroupVisit: os.setGroupVisit.handler(answer(setGroupVisit)),
};

/** The router of expos; `posting` says what its letters need to know of the server. */
export function exposRouter(server: Server) {
  const { keyOf: _keyOf, ...posting } = server;
  return os.router({
    ...registrationHandlers(server),
    listLetters: os.listLetters.handler(answer(listLetters)),
    getLetterFigures: os.getLetterFigures.handler(answer((work, input) => getLetterFigures(work, input, posting))),
    previewLetter: os.previewLetter.handler(answer((work, input) => previewLetter(work, input, posting))),
    sendLetters: os.sendLetters.handler(answer((work, input) => sendLetters(work, input, posting))),
    stopLetters: os.stopLetters.handler(answer(stopLetters)),
    makeLink: os.makeLink.handler(answer((work, input) => makeLink(work, input, posting))),
    makeLinks: os.makeLinks.handler(answer((work, input) => makeLinks(work, input, posting))),
    revokeLinks: os.revokeLinks.handler(answer(revokeLinks)),
    listOwnPlaces: os.listOwnPlaces.handler(answer(listOwnPlaces)),
    ...interpreterHandlers,
    answerProfile: os.answerProfile.handler(answer(answerProfile)),
    getTimes: os.getTimes.handler(answer(getTimes)),
    sayTimes: os.sayTimes.handler(answer(sayTimes)),
    declineLetters: os.declineLetters.handler(answer(declineLetters)),
    getLetterWay: os.getLetterWay.handler(answer((work, input) => getLetterWay(work, input, posting))),
    chooseLetterWay: os.chooseLetterWay.handler(answer((work, input) => chooseLetterWay(work, input, posting))),
    listEditions: os.listEditions.handler(answer(listEditions)),
    getEdition: os.getEdition.handler(answer(getEdition)),
    getEditionComparison: os.getEditionComparison.handler(answer(getEditionComparison)),
    exportEditionComparison: os.exportEditionComparison.handler(answer(exportEditionComparison)),
    createEdition: os.createEdition.handler(answer(createEdition)),
    updateEdition: os.updateEdition.handler(answer(updateEdition)),
    previewPublication: os.previewPublication.handler(answer(previewPublication)),
    publishEdition: os.publishEdition.handler(answer(publishEdition)),
    unpublishEdition: os.unpublishEdition.handler(answer(unpublishEdition)),
    getSetup: os.getSetup.handler(answer(getSetup)),
    replaceSlots: os.replaceSlots.handler(answer(replaceSlots)),
    replaceTables: os.replaceTables.handler(answer(replaceTables)),
    closePlace: os.closePlace.handler(answer(closePlace)),
    listDirectory: os.listDirectory.handler(answer(listDirectory)),
    listStands: os.listStands.handler(answer(listStands)),
    createStand: os.createStand.handler(answer(createStand)),
    updateStand: os.updateStand.handler(answer(updateStand)),
    removeStand: os.removeStand.handler(answer(removeStand)),
    ...ofGroups,
    listParticipants: os.listParticipants.handler(answer(listParticipants)),
    getParticipant: os.getParticipant.handler(answer(getParticipant)),
    createParticipant: os.createParticipant.handler(answer(createParticipant)),
    updateParticipant: os.updateParticipant.handler(answer(updateParticipant)),
    replaceUnavailable: os.replaceUnavailable.handler(answer(replaceUnavailable)),
    withdrawParticipant: os.withdrawParticipant.handler(answer((work, input) => withdrawParticipant(work, input, posting))),
    reinstateParticipant: os.reinstateParticipant.handler(answer(reinstateParticipant)),
    ...programmeHandlers,
    ...profileFileHandlers,
    ...topicHandlers,
    ...takeOverHandlers,
    ...floorHandlers,
    getEditionSaid: os.getEditionSaid.handler(answer(getEditionSaid)),
    enterEditionStatements: os.enterEditionStatements.handler(answer(enterEditionStatements)),
    enterParticipationStatements: os.enterParticipationStatements.handler(answer(enterParticipationStatements)),
    listExpos: os.listExpos.handler(answer(listExpos)),
    createExpo: os.createExpo.handler(answer(createExpo)),
    renameExpo: os.renameExpo.handler(answer(renameExpo)),
  });
}
