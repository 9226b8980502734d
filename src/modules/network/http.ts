// Binds the contract of the module to its use cases.
import { implement } from '@orpc/server';
import { answer, answerOutside, type HttpContext } from '#platform/http/procedure.ts';
import { drawMap } from './api/draw-map.ts';
import { findCandidates } from './api/find-candidates.ts';
import { findPath } from './api/find-path.ts';
import { listSharedSisters, getNetwork } from './api/get-network.ts';
import { network } from './contract.ts';

const os = implement(network).$context<HttpContext>();

export const networkRouter = os.router({
  drawMap: os.drawMap.handler(answer(drawMap)),
  getNetwork: os.getNetwork.handler(answer(getNetwork)),
  listSharedSisters: os.listSharedSisters.handler(answer(listSharedSisters)),
  findPath: os.findPath.handler(answer(findPath)),
  findCandidates: os.findCandidates.handler(answerOutside(findCandidates)),
});
