// Shapes of what is said of two entries that may be one city, for the module whose contract asks about them.
import { z } from 'zod';
import { cityKinds, nameKinds } from '../domain/city.ts';
import { groundCodes, verdicts } from '../domain/merge.ts';

export const cityKind = z.enum(cityKinds);
export const nameKind = z.enum(nameKinds);
export const groundCode = z.enum(groundCodes);
export const verdict = z.enum(verdicts);
