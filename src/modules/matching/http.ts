// Binds the contract of the module to its use cases.
import { implement } from '@orpc/server';
import { answer, type HttpContext } from '#platform/http/procedure.ts';
import { changeSuggesting, getSuggested, getSuggesting, setAside, setSuggested } from './api/choose.ts';
import { matching } from './contract.ts';

const os = implement(matching).$context<HttpContext>();

export const matchingRouter = os.router({
  getSuggesting: os.getSuggesting.handler(answer(getSuggesting)),
  changeSuggesting: os.changeSuggesting.handler(answer(changeSuggesting)),
  getSuggested: os.getSuggested.handler(answer(getSuggested)),
  setSuggested: os.setSuggested.handler(answer(setSuggested)),
  setAside: os.setAside.handler(answer(setAside)),
});
