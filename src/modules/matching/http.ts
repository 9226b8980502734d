// Binds the contract of the module to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, type HttpContext } from '#platform/http/procedure.ts';
import { changeSuggesting, getSuggested, getSuggesting, setAside, setSuggested } from './api/choose.ts';
import { getLearned } from './api/learn.ts';
import { listCityMatches } from './api/cities/list-city-matches.ts';
import { listVisitMatches } from './api/cities/list-visit-matches.ts';
import { listTold } from './api/cities/list-told.ts';
import { addLesson, enterLessonStatements, listLessons, setLessonAudience, withdrawLesson } from './api/lessons/keep-lessons.ts';
import { addOwnWords, listOwnWords, removeOwnWords } from './api/words/keep-own-words.ts';
import { matching } from './contract.ts';

const os = implement(matching).$context<HttpContext>();

export const matchingRouter = os.router({
  getSuggesting: os.getSuggesting.handler(answer(getSuggesting)),
  changeSuggesting: os.changeSuggesting.handler(answer(changeSuggesting)),
  getSuggested: os.getSuggested.handler(answer(getSuggested)),
  setSuggested: os.setSuggested.handler(answer(setSuggested)),
  setAside: os.setAside.handler(answer(setAside)),
  getLearned: os.getLearned.handler(answer(getLearned)),
  listTold: os.listTold.handler(answerOutside(listTold)),
  listVisitMatches: os.listVisitMatches.handler(answerOutside(listVisitMatches)),
  listCityMatches: os.listCityMatches.handler(answerOutside(listCityMatches)),
  listOwnWords: os.listOwnWords.handler(answer(listOwnWords)),
  addOwnWords: os.addOwnWords.handler(answer(addOwnWords)),
  removeOwnWords: os.removeOwnWords.handler(answer(removeOwnWords)),
  listLessons: os.listLessons.handler(answer(listLessons)),
  addLesson: os.addLesson.handler(answer(addLesson)),
  enterLessonStatements: os.enterLessonStatements.handler(answer(enterLessonStatements)),
  setLessonAudience: os.setLessonAudience.handler(answer(setLessonAudience)),
  withdrawLesson: os.withdrawLesson.handler(answer(withdrawLesson)),
});
