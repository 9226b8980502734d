// Joins modules and platform into one application, without listening: what the server runs and what tests ask directly.
import { join } from 'node:path';
import { tokenOpener } from '#modules/accounts/api/open-token.ts';
import { createSignIn, type PasswordHashing, type SignIn } from '#modules/accounts/api/sign-in.ts';
import type { Config } from '#platform/config.ts';
import { createApi } from '#platform/http/api.ts';
import { createKeeper } from '#platform/http/kept-answers.ts';
import { referencePage } from '#platform/http/reference.ts';
import { createApp } from '#platform/http/server.ts';
import { createLogger, type Logger } from '#platform/logging/logger.ts';
import { createMetrics } from '#platform/logging/metrics.ts';
import type { Database } from '#platform/postgres/database.ts';
import { letterForms } from '#modules/outcomes/print/letter-forms.ts';
import { doors } from './doors.ts';
import { openApi } from './open-api.ts';
import { isPage, usesCamera } from './page-addresses.ts';
import { letterDrawer, pageDrawer, type LetterProgram } from './drawn-pages.ts';
import { headFiller, regionLabels, withRegionLabels } from './page-head.ts';
import { createRouter } from '../router.ts';
import { say } from './say.ts';
import './subscriptions.ts';

export interface BuiltApp {
  readonly app: ReturnType<typeof createApp>;
  readonly signIn: SignIn;
  readonly logger: Logger;
}

const pages = join(import.meta.dirname, '..', '..', '..', 'dist');

/** What anybody may read is made anew at most so often, and after every change here; another node's changes are seen this much later. */
const KEPT_MS = 5000;

interface Building {
  readonly secret: string;
  /** The clock of the guessing limit. */
  readonly now: () => number;
  /** For how long public answers are kept. */
  readonly keptMs?: number;
  readonly passwords?: PasswordHashing;
  /** Whether pages of readers are drawn here. */
  readonly draws?: boolean;
  /** What draws the page of a letter, where it is not built. */
  readonly letterProgram?: () => Promise<LetterProgram>;
}

/** Builds the application on an open database. */
export function buildApp(
  config: Config,
  database: Database,
  { secret, now, keptMs = KEPT_MS, passwords, draws = true, letterProgram }: Building,
): BuiltApp {
  const logger = createLogger(config.logLevel);
  const metrics = createMetrics();
  const signIn = createSignIn({
    ...{ database, origin: config.origin, secret, say, now, institution: config.institution, passwords },
    report: (reason) => logger.warn({ reason }, 'nobody was signed in by the institution'),
  });
  const keeper = createKeeper();
  const labels = keeper.value({ milliseconds: keptMs, untilWritten: true }, regionLabels(database));
  const app = createApp({
    ...config,
    database,
    keeper,
    keptMs,
    logger,
    metrics,
    say,
    signIn: signIn.respond,
    sessionOf: signIn.sessionOf,
    openToken: tokenOpener(database),
    api: createApi({ router: createRouter(database, config, secret), say, logger, metrics }),
    openApi,
    reference: async (language) => referencePage(await openApi(), language, '/bare.css'),
    doors: doors(database, config, keeper),
    forms: letterForms(letterDrawer(labels, letterProgram)),
    pages,
    isPage,
    usesCamera,
    headOf: headFiller(database, config.origin),
    handingOver: withRegionLabels(labels),
    ...pageDrawer({ origin: config.origin.replace(/\/$/, ''), labels, logger, metrics, draws }),
  });
  return { app, signIn, logger };
}
