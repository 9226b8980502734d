// Every module's procedures under one router, in the contract's shape.
import { accountsRouter } from '#modules/accounts/http.ts';
import { citiesRouter } from '#modules/cities/http.ts';
import { deskRouter } from '#modules/desk/http.ts';
import { evidenceRouter } from '#modules/evidence/http.ts';
import { exposRouter } from '#modules/expos/http.ts';
import { matchingRouter } from '#modules/matching/http.ts';
import { meetingsRouter } from '#modules/meetings/http.ts';
import { networkRouter } from '#modules/network/http.ts';
import { organisationsRouter } from '#modules/organisations/http.ts';
import { outcomesRouter } from '#modules/outcomes/http.ts';
import { referenceRouter } from '#modules/reference/http.ts';
import { reportsRouter } from '#modules/reports/http.ts';
import { tiesRouter } from '#modules/ties/http.ts';
import type { Config } from '#platform/config.ts';
import { nameOfInstitution } from '#platform/institution.ts';
import type { Database } from '#platform/postgres/database.ts';
import { keyedHash } from '#platform/secret-token.ts';
import { channelsOf } from '#platform/mail/channels.ts';

export const createRouter = (database: Database, config: Config, secret: string) => ({
  accounts: accountsRouter({
    database,
    origin: config.origin,
    demo: config.demo,
    institution: nameOfInstitution(config.institution),
    mails: channelsOf(config).includes('mail'),
    secret,
  }),
  evidence: evidenceRouter,
  cities: citiesRouter({ origin: config.origin }),
  organisations: organisationsRouter,
  ties: tiesRouter,
  reference: referenceRouter,
  network: networkRouter,
  expos: exposRouter({
    origin: config.origin,
    channels: channelsOf(config),
    keyOf: (network) => keyedHash(`registration ${network}`, secret),
  }),
  matching: matchingRouter,
  meetings: meetingsRouter({ origin: config.origin, channels: channelsOf(config) }),
  outcomes: outcomesRouter({ origin: config.origin }),
  reports: reportsRouter,
  desk: deskRouter,
});
