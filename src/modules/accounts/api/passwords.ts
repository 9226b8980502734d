// Which passwords may be chosen: long enough, and not among the first that anybody would try (NIST SP 800-63B 3.1.1.2 asks for such a list).
import type { Refusal } from '#kernel/result.ts';

export const passwordLengths = { min: 12, max: 128 } as const;

/** Fewer tries than this find a password out that is slowed down to ten in a quarter of an hour: zxcvbn's scores 0 and 1. */
const FEWEST_SCORE = 2;
/** What is weighed of a long one: weighing all of it would take as long as keeping it. */
const MOST_WEIGHED = 64;

/** Loaded when the first password is chosen: the list takes 25 MB of memory, which a server at rest does without. */
async function loadGauge() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary: { passwords: dictionary['passwords-common'] }, graphs: adjacencyGraphs });
}
let gauge: ReturnType<typeof loadGauge> | undefined;

async function codeOf(password: string): Promise<string | null> {
  if (password.length < passwordLengths.min) return 'accounts.password_too_short';
  if (password.length > passwordLengths.max) return 'accounts.password_too_long';
  gauge ??= loadGauge();
  const { score } = (await gauge).check(password.slice(0, MOST_WEIGHED), ['hansa']);
  return score < FEWEST_SCORE ? 'accounts.password_too_common' : null;
}

/** Refuses `accounts.password_too_short`, `accounts.password_too_long`, `accounts.password_too_common`; null where it may be chosen. */
export async function passwordProblem(password: string): Promise<Refusal | null> {
  const code = await codeOf(password);
  return code === null ? null : { kind: 'invalid', code, problems: [{ path: ['newPassword'], code }] };
}
