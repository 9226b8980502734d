// Binds the contract of the reference layer to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, answerFetched, answerPrepared, type HttpContext } from '#platform/http/procedure.ts';
import { beginReferenceImport, fetchReferenceImport, fetchUpload, readUpload, repeatReferenceImport } from './api/begin-import.ts';
import { cancelReferenceImport, confirmReferenceImport, setReferenceMapping, undoReferenceImport } from './api/change-import.ts';
import { exportReferenceProblems } from './api/export-problems.ts';
import { createReferenceSet, getReferenceSet, listReferenceSets, updateReferenceSet } from './api/keep-sets.ts';
import { closeReferenceSet, openReferenceSet } from './api/open-sets.ts';
import {
  answerReferencePlace,
  getReferenceImport,
  listReferenceImports,
  listPlacesTold,
  listReferenceProblems,
  placeAnswered,
} from './api/read-findings.ts';
import { adoptReferenceTies, countReferenceTies, listReferenceTies } from './api/take-ties.ts';
import { getReferenceTaking, listReferenceTakings, undoReferenceTaking } from './api/undo-taking.ts';
import { reference } from './contract.ts';

const os = implement(reference).$context<HttpContext>();

export const referenceRouter = os.router({
  listReferenceSets: os.listReferenceSets.handler(answer(listReferenceSets)),
  getReferenceSet: os.getReferenceSet.handler(answer(getReferenceSet)),
  createReferenceSet: os.createReferenceSet.handler(answer(createReferenceSet)),
  updateReferenceSet: os.updateReferenceSet.handler(answer(updateReferenceSet)),
  openReferenceSet: os.openReferenceSet.handler(answer(openReferenceSet)),
  closeReferenceSet: os.closeReferenceSet.handler(answer(closeReferenceSet)),
  listReferenceTies: os.listReferenceTies.handler(answer(listReferenceTies)),
  countReferenceTies: os.countReferenceTies.handler(answer(countReferenceTies)),
  adoptReferenceTies: os.adoptReferenceTies.handler(answer(adoptReferenceTies)),
  listReferenceTakings: os.listReferenceTakings.handler(answer(listReferenceTakings)),
  getReferenceTaking: os.getReferenceTaking.handler(answer(getReferenceTaking)),
  undoReferenceTaking: os.undoReferenceTaking.handler(answer(undoReferenceTaking)),
  listReferenceImports: os.listReferenceImports.handler(answer(listReferenceImports)),
  getReferenceImport: os.getReferenceImport.handler(answer(getReferenceImport)),
  beginReferenceImport: os.beginReferenceImport.handler(answerPrepared(readUpload, beginReferenceImport)),
  fetchReferenceImport: os.fetchReferenceImport.handler(answerFetched(fetchUpload, fetchReferenceImport)),
  repeatReferenceImport: os.repeatReferenceImport.handler(answer(repeatReferenceImport)),
  setReferenceMapping: os.setReferenceMapping.handler(answer(setReferenceMapping)),
  confirmReferenceImport: os.confirmReferenceImport.handler(answer(confirmReferenceImport)),
  cancelReferenceImport: os.cancelReferenceImport.handler(answer(cancelReferenceImport)),
  undoReferenceImport: os.undoReferenceImport.handler(answer(undoReferenceImport)),
  listReferenceProblems: os.listReferenceProblems.handler(answer(listReferenceProblems)),
  exportReferenceProblems: os.exportReferenceProblems.handler(answerOutside(exportReferenceProblems)),
  listReferencePlaces: os.listReferencePlaces.handler(answerOutside(listPlacesTold)),
  answerReferencePlace: os.answerReferencePlace.handler(answerPrepared(placeAnswered, answerReferencePlace)),
});
