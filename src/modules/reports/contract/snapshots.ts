// The API of snapshots of a tie's report: frozen, numbered, sealed; compared with what is said today; withdrawn for all to see.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { guarded, id, multilingual, officeId, open, signedIn } from '#kernel/procedure.ts';
import { paperCopies } from '../domain/paper-copy.ts';
import { changes } from '../domain/snapshots/compared.ts';
import { tieReport } from './tie-report.ts';

const tags = ['reports'];
const instant = z.iso.datetime();
const office = z.object({ id: officeId, name: multilingual(200) });
const ofTie = z.object({ tie: z.string().min(1).max(250) });
const numbered = ofTie.extend({ number: z.coerce.number().int().min(1).max(100_000) });
const confirmed = z.array(z.string().max(60)).max(5).default([]);
const text = (most: number, least = 1) => z.string().trim().min(least).max(most).nullable().default(null);

const told = z.object({
  id: id.brand<'Snapshot'>(),
  number: z.number().int(),
  version: z.number().int(),
  frozenAt: instant,
  office,
  /** As it is printed. */
  seal: z.string(),
  /** Of everything that it says, each word by its own digest. */
  hash: z.string(),
  withdrawn: z.object({ at: instant, reason: z.string() }).nullable(),
  mayWithdraw: z.boolean(),
});
export type SnapshotTold = z.infer<typeof told>;

const snapshot = z.object({
  snapshot: told,
  slug: z.string(),
  report: tieReport,
  /** Days on which names were taken out of it. */
  removedOn: z.array(z.iso.date()),
  /** Whether all that stands in it is still what its hash was taken of. */
  isIntact: z.boolean(),
});
export type SnapshotOf = z.infer<typeof snapshot>;

const lines = z.array(z.string()).nullable();
const compared = z.object({
  slug: z.string(),
  number: z.number().int(),
  seal: z.string(),
  /** Of the report of today. */
  sealToday: z.string(),
  rows: z.array(
    z.object({
      key: z.string(),
      part: z.enum(['said', 'outcome', 'agreement', 'exchange', 'gap', 'total']),
      label: z.string(),
      change: z.enum(changes),
      was: lines,
      is: lines,
      /** When the last word of it was entered, where that is known. */
      at: z.string().nullable(),
    }),
  ),
});
export type SnapshotChanges = z.infer<typeof compared>;

export const snapshotProcedures = {
  listTieSnapshots: open
    .route({ method: 'GET', path: '/ties/{tie}/snapshots', summary: 'Snapshots of a tie’s report, the withdrawn among them', tags })
    .input(ofTie)
    .output(z.object({ slug: z.string(), entries: z.array(told), mayPublishAs: z.array(office) })),

  getTieSnapshot: open
    .route({ method: 'GET', path: '/ties/{tie}/snapshots/{number}', summary: 'One snapshot with all that it says', tags })
    .input(numbered)
    .output(snapshot),

  compareTieSnapshot: open
    .route({
      method: 'GET',
      path: '/ties/{tie}/snapshots/{number}/changes',
      summary: 'Every row of a snapshot beside the report of today, with what has changed',
      tags,
    })
    .input(numbered)
    .output(compared),

  exportTieSnapshot: open
    .route({
      method: 'GET',
      path: '/ties/{tie}/snapshots/{number}/file',
      summary: 'A snapshot on two pages (PDF, Word), or its data as a workbook or JSON',
      tags,
    })
    .input(
      numbered.extend({
        format: z.enum(['xlsx', 'json', 'pdf', 'docx']),
        copy: z.enum(paperCopies).optional(),
        language: z.enum(languages).optional(),
      }),
    )
    .output(z.file()),

  previewTieSnapshot: signedIn
    .route({ method: 'GET', path: '/ties/{tie}/snapshot-preview', summary: 'What everybody would read of a snapshot made now', tags })
    .input(ofTie.extend({ office: officeId }))
    .output(
      z.object({ number: z.number().int(), report: tieReport, seal: z.string(), digest: z.string(), sameAs: z.number().int().nullable() }),
    ),

  publishTieSnapshot: signedIn
    .route({ method: 'POST', path: '/ties/{tie}/snapshots', summary: 'Freeze a tie’s report and show it to everybody', tags })
    .input(ofTie.extend({ office: officeId, digest: z.string().min(1).max(100) }))
    .output(z.object({ id: id.brand<'Snapshot'>(), number: z.number().int(), seal: z.string() })),

  withdrawTieSnapshot: guarded
    .route({ method: 'POST', path: '/snapshots/{snapshotId}/withdrawal', summary: 'Withdraw a snapshot; its address says so', tags })
    .input(z.object({ snapshotId: id, reason: text(500), confirmed }))
    .output(z.object({ id: id.brand<'Snapshot'>(), version: z.number().int() })),

  removeSnapshotName: guarded
    .route({ method: 'POST', path: '/snapshots/{snapshotId}/removed-names', summary: 'Take a person’s name out of a snapshot', tags })
    .input(z.object({ snapshotId: id, name: text(200, 2), confirmed }))
    .output(z.object({ id: id.brand<'Snapshot'>(), version: z.number().int() })),
};
