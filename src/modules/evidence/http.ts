// Binds the contract of evidence to its use cases.
import { implement } from '@orpc/server';
import { answer, answerPrepared, type HttpContext } from '#platform/http/procedure.ts';
import { previewStatementAudience, restoreStatement, setStatementAudience, withdrawStatement } from './api/change-statement.ts';
import { openDocument, readUpload, storeDocument } from './api/documents.ts';
import { enterSource, getSource, listSources, listSourceUses } from './api/enter-source.ts';
import { mergeSources, separateSources, setSourceTerms } from './api/keep-sources.ts';
import { pinStatement, unpinStatement } from './api/pin-statement.ts';
import { listHistory } from './api/read-statements.ts';
import { evidence } from './contract.ts';

const os = implement(evidence).$context<HttpContext>();

export const evidenceRouter = os.router({
  listHistory: os.listHistory.handler(answer(listHistory)),
  withdrawStatement: os.withdrawStatement.handler(answer(withdrawStatement)),
  restoreStatement: os.restoreStatement.handler(answer(restoreStatement)),
  previewStatementAudience: os.previewStatementAudience.handler(answer(previewStatementAudience)),
  setStatementAudience: os.setStatementAudience.handler(answer(setStatementAudience)),
  pinStatement: os.pinStatement.handler(answer(pinStatement)),
  unpinStatement: os.unpinStatement.handler(answer(unpinStatement)),
  listSources: os.listSources.handler(answer(listSources)),
  listSourceUses: os.listSourceUses.handler(answer(listSourceUses)),
  getSource: os.getSource.handler(answer(getSource)),
  enterSource: os.enterSource.handler(answer(enterSource)),
  setSourceTerms: os.setSourceTerms.handler(answer(setSourceTerms)),
  mergeSources: os.mergeSources.handler(answer(mergeSources)),
  separateSources: os.separateSources.handler(answer(separateSources)),
  storeDocument: os.storeDocument.handler(answerPrepared(readUpload, storeDocument)),
  openDocument: os.openDocument.handler(answer(openDocument)),
});
