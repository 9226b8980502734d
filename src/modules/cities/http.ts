// Binds the contract of cities to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, answerPrepared, type HttpContext } from '#platform/http/procedure.ts';
import { addCity, placeToAdd } from './api/add-city.ts';
import { answerAdoption, askAdoption, listAdoptions } from './api/adopt-city.ts';
import { replaceNames, updateCity } from './api/change-city.ts';
import { getCityIdentity, identifyCity, relateCities, unrelateCities } from './api/city-identity.ts';
import { listCities, searchGazetteer } from './api/list-cities.ts';
import { listRegionLabels } from './api/naming.ts';
import { createLabelRule, listLabelRules, removeLabelRule, updateLabelRule } from './api/change-naming.ts';
import {
  createProfileEntry,
  previewProfileEntry,
  publishProfileEntry,
  restoreProfileEntry,
  discardProfileEntry,
  unpublishProfileEntry,
  updateProfileEntry,
} from './api/profile/change-profile.ts';
import { getCity } from './api/open-city.ts';
import { listPartnerCalls } from './api/profile/partner-calls.ts';
import { getProfile, listEntryHistory, listProfileEntries } from './api/profile/read-profile.ts';
import { answerEntryReview, askEntryReview } from './api/profile/review-entry.ts';
import { getReviewMail, setReviewMail, stopReviewMail } from './api/profile/review-mail.ts';
import { enterCityStatements, getCitySaid } from './api/said-of-city.ts';
import { search } from './api/search.ts';
import { cities } from './contract.ts';

const os = implement(cities).$context<HttpContext>();

/** The router of cities; `origin` is the address that mails lead to. */
export function citiesRouter({ origin }: { readonly origin: string }) {
  return os.router({
    search: os.search.handler(answer(search)),
    listRegionLabels: os.listRegionLabels.handler(answer(listRegionLabels)),
    listCities: os.listCities.handler(answer(listCities)),
    getCity: os.getCity.handler(answer(getCity)),
    searchGazetteer: os.searchGazetteer.handler(answerOutside(searchGazetteer)),
    addCity: os.addCity.handler(answerPrepared(placeToAdd, addCity)),
    updateCity: os.updateCity.handler(answer(updateCity)),
    replaceNames: os.replaceNames.handler(answer(replaceNames)),
    getCityIdentity: os.getCityIdentity.handler(answer(getCityIdentity)),
    identifyCity: os.identifyCity.handler(answer(identifyCity)),
    relateCities: os.relateCities.handler(answer(relateCities)),
    unrelateCities: os.unrelateCities.handler(answer(unrelateCities)),
    listAdoptions: os.listAdoptions.handler(answer(listAdoptions)),
    askAdoption: os.askAdoption.handler(answer(askAdoption)),
    answerAdoption: os.answerAdoption.handler(answer(answerAdoption)),
    getProfile: os.getProfile.handler(answer(getProfile)),
    listProfileEntries: os.listProfileEntries.handler(answer(listProfileEntries)),
    createProfileEntry: os.createProfileEntry.handler(answer(createProfileEntry)),
    updateProfileEntry: os.updateProfileEntry.handler(answer(updateProfileEntry)),
    listPartnerCalls: os.listPartnerCalls.handler(answer(listPartnerCalls)),
    listEntryHistory: os.listEntryHistory.handler(answer(listEntryHistory)),
    restoreProfileEntry: os.restoreProfileEntry.handler(answer(restoreProfileEntry)),
    askEntryReview: os.askEntryReview.handler(answer((work, input) => askEntryReview(work, input, origin))),
    answerEntryReview: os.answerEntryReview.handler(answer(answerEntryReview)),
    getReviewMail: os.getReviewMail.handler(answer(getReviewMail)),
    setReviewMail: os.setReviewMail.handler(answer(setReviewMail)),
    stopReviewMail: os.stopReviewMail.handler(answer(stopReviewMail)),
    previewProfileEntry: os.previewProfileEntry.handler(answer(previewProfileEntry)),
    publishProfileEntry: os.publishProfileEntry.handler(answer(publishProfileEntry)),
    discardProfileEntry: os.discardProfileEntry.handler(answer(discardProfileEntry)),
    unpublishProfileEntry: os.unpublishProfileEntry.handler(answer(unpublishProfileEntry)),
    getCitySaid: os.getCitySaid.handler(answer(getCitySaid)),
    enterCityStatements: os.enterCityStatements.handler(answer(enterCityStatements)),
    listLabelRules: os.listLabelRules.handler(answerOutside(listLabelRules)),
    createLabelRule: os.createLabelRule.handler(answer(createLabelRule)),
    updateLabelRule: os.updateLabelRule.handler(answer(updateLabelRule)),
    removeLabelRule: os.removeLabelRule.handler(answer(removeLabelRule)),
  });
}
