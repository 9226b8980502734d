// The refusals of sign-in, and better-auth's errors turned into them.
import { languageOf } from '#kernel/writing/in-languages.ts';
import type { Refusal } from '#kernel/result.ts';
import { problemReply, statusOf, type Say } from '#platform/http/problems.ts';

const codes: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'accounts.wrong_credentials',
  INVALID_PASSWORD: 'accounts.wrong_password',
  INVALID_TOKEN: 'accounts.link_expired',
  PASSWORD_TOO_SHORT: 'accounts.password_too_short',
  PASSWORD_TOO_LONG: 'accounts.password_too_long',
  INVALID_EMAIL: 'kernel.bad_email',
  CHALLENGE_NOT_FOUND: 'accounts.passkey_too_late',
  PASSKEY_NOT_FOUND: 'accounts.passkey_unknown',
  AUTHENTICATION_FAILED: 'accounts.passkey_refused',
  FAILED_TO_VERIFY_REGISTRATION: 'accounts.passkey_refused',
  USER_NOT_VERIFIED: 'accounts.passkey_without_owner',
};

const fieldOf: Readonly<Record<string, string>> = {
  'kernel.bad_email': 'email',
  'accounts.password_too_short': 'newPassword',
  'accounts.password_too_long': 'newPassword',
};

/**
 * better-auth's answer, unless it says that it could not answer at all: that is a fault, never the reader's mistake.
 * @throws where the status is 500 or above
 */
export function demandAnswer(response: Response): Response {
  if (response.status >= 500) throw new Error(`better-auth answered ${response.status}`);
  return response;
}

export interface SignInAnswers {
  readonly refused: (request: Request, refusal: Refusal, headers?: Readonly<Record<string, string>>) => Response;
  /** better-auth's answer, or our refusal where it refused; throws where it failed. */
  readonly translated: (request: Request, response: Response) => Promise<Response>;
}

/** Answers in the language of the request. */
export function createAnswers(say: Say): SignInAnswers {
  const refused: SignInAnswers['refused'] = (request, refusal, headers = {}) =>
    new Response(JSON.stringify(problemReply(say, languageOf(request.headers.get('accept-language')), refusal)), {
      status: statusOf(refusal.kind),
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
    });
  const translated: SignInAnswers['translated'] = async (request, response) => {
    if (response.status < 400) return response;
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
    // The plugin calls it a fault of its own where a device's answer cannot be read.
    if (code !== 'FAILED_TO_VERIFY_REGISTRATION') demandAnswer(response);
    const known = codes[code] ?? (response.status === 401 ? 'kernel.unauthenticated' : 'accounts.sign_in_refused');
    const field = fieldOf[known];
    const kind = response.status === 401 ? 'unauthenticated' : 'invalid';
    return refused(request, { kind, code: known, ...(field === undefined ? {} : { problems: [{ path: [field], code: known }] }) });
  };
  return { refused, translated };
}
