// A bill as an answer of the API.
import type { z } from 'zod';
import type { bill } from '../../contract.ts';
import type { Bill, BillLine } from '../../domain/bill.ts';

type Shown = z.output<typeof bill>;

const shownLines = (lines: readonly BillLine[]): Shown['sought'] =>
  lines.map(({ part, ours, theirs, keys, value }) => ({ part, ours: [...ours], theirs: [...theirs], keys: [...keys], value }));

export const shownBill = ({ sought, brought, both, besides }: Bill): Shown => ({
  sought: shownLines(sought),
  brought: shownLines(brought),
  both: shownLines(both),
  besides: shownLines(besides),
});
