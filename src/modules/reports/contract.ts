// The API of reports: what everybody may know of a tie, as one answer and as a file. Whoever asks, the answer is the same.
import { languages } from '#kernel/language.ts';
import { z } from 'zod';
import { openForAll, signedIn } from '#kernel/procedure.ts';
import { councilProcedures } from './contract/council.ts';
import { followThroughProcedures } from './contract/follow-through.ts';
import { scorecardProcedures } from './contract/scorecard.ts';
import { snapshotProcedures } from './contract/snapshots.ts';
import { tieReport } from './contract/tie-report.ts';
import { paperCopies } from './domain/paper-copy.ts';

export type { ReadTie, ReportEntry, ReportGap, TieReport } from './contract/tie-report.ts';

const ofTie = z.object({ tie: z.string().min(1).max(250) });

export const reports = {
  ...followThroughProcedures,
  ...snapshotProcedures,
  ...councilProcedures,
  ...scorecardProcedures,
  getTieReport: openForAll
    .meta({ access: 'public', forAll: true, steady: true })
    .route({ method: 'GET', path: '/ties/{tie}/report', summary: 'What is known, reported and unknown about a tie', tags: ['reports'] })
    .input(ofTie)
    .output(tieReport),

  /** What a side sees before everybody does, so that it may add its reply. */
  getTieReportDraft: signedIn
    .route({
      method: 'GET',
      path: '/ties/{tie}/report/draft',
      summary: 'A tie’s report including what only the caller’s offices can see',
      tags: ['reports'],
    })
    .input(ofTie)
    .output(tieReport),

  exportTieReport: openForAll
    .route({
      method: 'GET',
      path: '/ties/{tie}/report/file',
      summary: 'A tie’s report on two pages (PDF, Word), or its data as a workbook or JSON',
      tags: ['reports'],
    })
    // `copy`: which city the paper names first; the figures and their seal are the same in all three.
    .input(
      ofTie.extend({
        format: z.enum(['xlsx', 'json', 'pdf', 'docx']),
        copy: z.enum(paperCopies).optional(),
        language: z.enum(languages).optional(),
      }),
    )
    .output(z.file()),
};

/** What a use case is handed once its input has been read. */
export type Asked<P extends keyof typeof reports> = z.output<NonNullable<(typeof reports)[P]['~orpc']['inputSchema']>>;
