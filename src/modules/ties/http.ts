// Binds the contract of ties to its use cases.
import { implement } from '@orpc/server';
import { answer, type HttpContext } from '#platform/http/procedure.ts';
import { addAgreement, updateAgreement, withdrawAgreement } from './api/agreement/change-agreements.ts';
import { addCarrier, updateCarrier, withdrawCarrier } from './api/carriers/change-carriers.ts';
import { addHolder, eraseHolder, updateHolder } from './api/carriers/change-holders.ts';
import { addExchange, updateExchange, withdrawExchange } from './api/exchange/change-exchanges.ts';
import { setItemAudience, withdrawAgreedItem } from './api/agreement/item-audience.ts';
import { addAgreedItem, carryItemsOver, sayItemState, takeItemsBack, updateAgreedItem } from './api/agreement/change-items.ts';
import { getExchangeNotes, setExchangeNotes } from './api/exchange/exchange-notes.ts';
import { sayOfExchange } from './api/exchange/exchange-words.ts';
import { keepTie, withdrawTie } from './api/keep-tie.ts';
import { countTravel } from './api/visit/count-travel.ts';
import { getVisit } from './api/visit/show-visit.ts';
import { setDelegation, setItinerary, setVisitAudience } from './api/visit/change-visit.ts';
import { addTieClass, listTieClasses, updateTieClass } from './api/list-classes.ts';
import { listTies } from './api/list-ties.ts';
import { getTie } from './api/open-tie.ts';
import { replyToDesk } from './api/replies.ts';
import { takeUp } from './api/take-up.ts';
import { previewTieAudience, setTieAudience } from './api/tie-audience.ts';
import { enterTieStatements } from './api/tie-statements.ts';
import {
  forgetVerdict,
  judgeDuplicate,
  listDuplicates,
  listMerges,
  mergeCities,
  previewMerge,
  undoMerge,
} from './api/merge/merge-cities.ts';
import { ties } from './contract.ts';

const os = implement(ties).$context<HttpContext>();

export const tiesRouter = os.router({
  listTies: os.listTies.handler(answer(listTies)),
  getTie: os.getTie.handler(answer(getTie)),
  listTieClasses: os.listTieClasses.handler(answer(listTieClasses)),
  addTieClass: os.addTieClass.handler(answer(addTieClass)),
  updateTieClass: os.updateTieClass.handler(answer(updateTieClass)),
  keepTie: os.keepTie.handler(answer(keepTie)),
  withdrawTie: os.withdrawTie.handler(answer(withdrawTie)),
  previewTieAudience: os.previewTieAudience.handler(answer(previewTieAudience)),
  setTieAudience: os.setTieAudience.handler(answer(setTieAudience)),
  enterTieStatements: os.enterTieStatements.handler(answer(enterTieStatements)),
  addAgreement: os.addAgreement.handler(answer(addAgreement)),
  updateAgreement: os.updateAgreement.handler(answer(updateAgreement)),
  withdrawAgreement: os.withdrawAgreement.handler(answer(withdrawAgreement)),
  addAgreedItem: os.addAgreedItem.handler(answer(addAgreedItem)),
  updateAgreedItem: os.updateAgreedItem.handler(answer(updateAgreedItem)),
  setItemAudience: os.setItemAudience.handler(answer(setItemAudience)),
  withdrawAgreedItem: os.withdrawAgreedItem.handler(answer(withdrawAgreedItem)),
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
  countTravel: os.countTravel.handler(answer(countTravel)),
  getVisit: os.getVisit.handler(answer(getVisit)),
  setDelegation: os.setDelegation.handler(answer(setDelegation)),
  setItinerary: os.setItinerary.handler(answer(setItinerary)),
  setVisitAudience: os.setVisitAudience.handler(answer(setVisitAudience)),
  sayOfExchange: os.sayOfExchange.handler(answer(sayOfExchange)),
  takeUp: os.takeUp.handler(answer(takeUp)),
  replyToDesk: os.replyToDesk.handler(answer(replyToDesk)),
  listDuplicates: os.listDuplicates.handler(answer(listDuplicates)),
  judgeDuplicate: os.judgeDuplicate.handler(answer(judgeDuplicate)),
  forgetVerdict: os.forgetVerdict.handler(answer(forgetVerdict)),
  previewMerge: os.previewMerge.handler(answer(previewMerge)),
  listMerges: os.listMerges.handler(answer(listMerges)),
  mergeCities: os.mergeCities.handler(answer(mergeCities)),
  undoMerge: os.undoMerge.handler(answer(undoMerge)),
});
