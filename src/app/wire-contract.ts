// What the browser needs of the contract: paths and methods. The build puts the result in place of this code, so no schema travels.
import { minifyContractRouter } from '@orpc/contract';
import { contract } from './contract.ts';

export const paths = minifyContractRouter(contract);
