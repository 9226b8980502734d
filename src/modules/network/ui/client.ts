import { clientOf } from '#client/api.ts';
import type { network } from '../contract.ts';

export const { queries: networkQueries } = clientOf<typeof network>('network');
