// The API of the mail that tells who may read a text before it is published.
import { z } from 'zod';
import { officeId, open, personal } from '#kernel/procedure.ts';

const tags = ['cities'];
const ofOffice = z.object({ officeId });

export const reviewMail = {
  getReviewMail: personal
    .route({
      method: 'GET',
      path: '/offices/{officeId}/review-mail',
      tags,
      summary: 'Whether the caller receives e-mail about texts to review',
    })
    .input(ofOffice)
    .output(z.object({ on: z.boolean() })),
  setReviewMail: personal
    .route({
      method: 'POST',
      path: '/offices/{officeId}/review-mail',
      tags,
      summary: 'Switch the caller’s e-mail about texts to review on or off',
    })
    .input(ofOffice.extend({ on: z.boolean() }))
    .output(z.object({ on: z.boolean() })),
  stopReviewMail: open
    .route({ method: 'POST', path: '/review-mails/stop', tags, summary: 'Stop this e-mail by the link in it' })
    .input(z.object({ token: z.string().min(1).max(100) }))
    .output(z.object({ on: z.literal(false) })),
};
