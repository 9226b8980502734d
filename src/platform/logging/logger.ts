import { pino, type Logger } from 'pino';

export type { Logger };

/** Writes JSON lines to standard error, so that what a person should read stays alone on standard output. */
export const createLogger = (level: string): Logger =>
  pino(
    { level, base: null, redact: ['req.headers.cookie', 'req.headers.authorization', 'password', 'token'] },
    pino.destination({ dest: 2, sync: false }),
  );
