// All background work of the product.
import { accountsJobs } from '#modules/accounts/jobs.ts';
import { meetingsJobs } from '#modules/meetings/jobs.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import { mailJob } from '#platform/mail/mail-job.ts';

export const jobs: readonly Job[] = [mailJob, ...accountsJobs, ...meetingsJobs];
