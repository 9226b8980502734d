// All background work of the product.
import { accountsJobs } from '#modules/accounts/jobs.ts';
import { deskJobs } from '#modules/desk/jobs.ts';
import { exposJobs } from '#modules/expos/jobs.ts';
import { meetingsJobs } from '#modules/meetings/jobs.ts';
import { outcomesJobs } from '#modules/outcomes/jobs.ts';
import { referenceJobs } from '#modules/reference/jobs.ts';
import { tiesJobs } from '#modules/ties/jobs.ts';
import { weeklyLetter } from '#modules/desk/print/weekly-letter.ts';
import type { Config } from '#platform/config.ts';
import { forgetAnswersJob } from '#platform/http/forget-answers-job.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import { mailJob, type LetterConfig } from '#platform/mail/mail-job.ts';

export const jobsOf = (config: LetterConfig & Pick<Config, 'origin' | 'secret'>): readonly Job[] => [
  mailJob(config),
  forgetAnswersJob,
  ...accountsJobs(config),
  ...tiesJobs,
  ...deskJobs((desk, asked) => weeklyLetter(desk, { ...asked, origin: config.origin })),
  ...exposJobs,
  ...meetingsJobs,
  ...outcomesJobs,
  ...referenceJobs,
];
