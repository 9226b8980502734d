// How much is asked of this server at once: requests of one holder (rate limit), and all that it works on (load shedding).
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Requests are counted over so many seconds: a page may ask for much at once, and whoever waits does not wait long. */
const WINDOW_SECONDS = 10;
/** Bodies of requests that may be held in memory together; three of the largest files. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Requests worked on together: beyond this, waiting for a connection to the database takes longer than anybody waits. */
const MOST_REQUESTS = 400;

/** A request that was let in. */
export interface Stay {
  /** Takes room for more bytes of its body; false where there is none. */
  readonly hold: (bytes: number) => boolean;
  readonly leave: () => void;
}

export interface Gate {
  /** Counts a request of a holder; the seconds that it must wait, 0 when it need not. */
  readonly count: (holder: string) => Promise<number>;
  /** The seconds that a holder must wait, without counting. */
  readonly wait: (holder: string) => Promise<number>;
  /** Has a holder wait, without counting. */
  readonly block: (holder: string, seconds: number) => Promise<void>;
  /** Null when the server works on as much as it can. */
  readonly enter: () => Stay | null;
}

/** A holder by something secret, which is kept as its digest alone. */
export const holderBy = (kind: string, secret: string): string => `${kind} ${createHash('sha256').update(secret).digest('base64')}`;

/** `rate`: requests per second that one holder may make, over ten seconds; 0 counts nobody. */
export function createGate(rate: number): Gate {
  const limiter = rate === 0 ? null : new RateLimiterMemory({ points: rate * WINDOW_SECONDS, duration: WINDOW_SECONDS });
  const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));
  let requests = 0;
  let held = 0;
  return {
    count: async (holder) => {
      try {
        await limiter?.consume(holder);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return secondsOf(refused);
        throw refused;
      }
    },
    wait: async (holder) => {
      const seen = (await limiter?.get(holder)) ?? null;
      return seen === null || seen.remainingPoints > 0 ? 0 : secondsOf(seen);
    },
    block: async (holder, seconds) => {
      if (seconds > 0) await limiter?.block(holder, seconds);
    },
    enter: () => {
      if (requests >= MOST_REQUESTS) return null;
      requests += 1;
      let own = 0;
      return {
        hold: (bytes) => {
          if (held + bytes > MOST_BYTES) return false;
          own += bytes;
          held += bytes;
          return true;
        },
        leave: () => {
          requests -= 1;
          held -= own;
        },
      };
    },
  };
}
