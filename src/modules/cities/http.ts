// Binds the contract of cities to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, answerPrepared, type HttpContext } from '#platform/http/procedure.ts';
import { addCity, placeToAdd } from './api/add-city.ts';
import { answerAdoption, askAdoption, listAdoptions } from './api/adopt-city.ts';
import { replaceNames, updateCity } from './api/change-city.ts';
import { listCities, searchGazetteer } from './api/list-cities.ts';
import { getCity } from './api/open-city.ts';
import { search } from './api/search.ts';
import { cities } from './contract.ts';

const os = implement(cities).$context<HttpContext>();

export const citiesRouter = os.router({
  search: os.search.handler(answer(search)),
  listCities: os.listCities.handler(answer(listCities)),
  getCity: os.getCity.handler(answer(getCity)),
  searchGazetteer: os.searchGazetteer.handler(answerOutside(searchGazetteer)),
  addCity: os.addCity.handler(answerPrepared(placeToAdd, addCity)),
  updateCity: os.updateCity.handler(answer(updateCity)),
  replaceNames: os.replaceNames.handler(answer(replaceNames)),
  listAdoptions: os.listAdoptions.handler(answer(listAdoptions)),
  askAdoption: os.askAdoption.handler(answer(askAdoption)),
  answerAdoption: os.answerAdoption.handler(answer(answerAdoption)),
});
