// The provider of an institution's sign-in (OpenID Connect Core 1.0, authorization code with PKCE) by better-auth's generic OAuth plugin,
// and what is demanded of its answers: an ID token, an address that it has verified and speaks for, and somebody who was invited.
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins';
import { z } from 'zod';
import { typedEmail } from '#kernel/writing/typed.ts';
import { isPrivate, type Institution } from '#platform/institution.ts';
import { findInvited, saveSignInUser } from '../store/sign-in.ts';
import { authBase, type AuthPlace } from './auth-base.ts';
import { demandAnswer } from './sign-in-answers.ts';

/** Where the provider sends people back to: a page, which hands on by POST what it was given, since nothing changes by GET. */
const returnPath = '/sign-in/institution';
export const provider = 'institution';
/** For how long what a provider says of itself is believed, and how long it may take to answer. */
const BELIEVED_MS = 3_600_000;
const PATIENCE_MS = 10_000;

const endpoint = z.string().refine(isPrivate);
/** OpenID Connect Discovery 1.0, as far as it is used. */
const discovered = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  jwks_uri: endpoint,
  userinfo_endpoint: endpoint.optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).min(1),
});
/** What is asked about a person; some providers write truth as a word. */
const claims = z.object({
  sub: z.string().min(1).max(255),
  email: typedEmail().optional(),
  email_verified: z.union([z.boolean(), z.enum(['true', 'false'])]).optional(),
});
/** Beside what better-auth checks, a token must end, and be made for us where it names whom it is made for (authorised party). */
const idTokenClaims = claims.extend({ exp: z.number(), azp: z.string().optional() });

const said = (word: string): never => {
  throw new APIError('BAD_REQUEST', { code: word });
};

/** JSON of an address of the provider; null where it does not answer so in time. */
async function readJson(address: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const asked = fetch(address, { headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
  return asked.then((response) => (response.ok ? response.json() : null)).catch(() => null);
}

/** The claims of an ID token whose signature, issuer, audience, end and nonce better-auth has checked; null where they do not do. */
function claimsOf(idToken: string, clientId: string): z.infer<typeof claims> | null {
  const read = idTokenClaims.safeParse(JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8')));
  return read.success && (read.data.azp ?? clientId) === clientId ? read.data : null;
}

interface Parts extends AuthPlace {
  readonly institution: Institution;
  /** Tells the operator why nobody was let in, in better-auth's words; nothing of a person. */
  readonly report: (reason: string) => void;
}

/** Who an answer of the provider is about, made ready to be found here where they were invited. */
const whoIs =
  ({ institution, database }: Parts, userinfo: string | undefined) =>
  async (tokens: { readonly idToken?: string | undefined; readonly accessToken?: string | undefined }) => {
    // Without an ID token nothing that is said of a person is signed.
    if (tokens.idToken === undefined) return null;
    let person = claimsOf(tokens.idToken, institution.clientId);
    if (person === null) return null;
    if (person.email === undefined && userinfo !== undefined) {
      const more = claims.safeParse(await readJson(userinfo, { authorization: `Bearer ${tokens.accessToken ?? ''}` }));
      // UserInfo of somebody else is refused (OpenID Connect Core 1.0, 5.3.2).
      if (!more.success || more.data.sub !== person.sub) return null;
      person = more.data;
    }
    const email = person.email?.toLowerCase();
    if (email === undefined || ![true, 'true'].includes(person.email_verified ?? false)) return said('email_not_verified');
    if (!institution.domains.some((domain) => email.endsWith(`@${domain}`))) return said('other_domain');
    const invited = await findInvited(database.authPool, email);
    if (invited !== null) await saveSignInUser(database.authPool, { ...invited, email });
    return { id: person.sub, sub: person.sub, email, emailVerified: true, name: '' };
  };

/** Its door, once the provider has said of itself what the operator says of it; null where it does not, or says nothing. */
async function openDoor(parts: Parts) {
  const { institution, origin, report } = parts;
  const address = `${institution.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = discovered.safeParse(await readJson(address));
  if (!found.success || found.data.issuer !== institution.issuer) {
    report(found.success ? 'the discovery document names another issuer' : 'the discovery document cannot be read');
    return null;
  }
  const auth = betterAuth({
    ...authBase(parts),
    account: { updateAccountOnSignIn: false },
    // Tokens of the provider are used once and not kept.
    databaseHooks: {
      account: {
        create: { before: async (row) => ({ data: { ...row, accessToken: null, refreshToken: null, idToken: null, scope: null } }) },
      },
    },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: provider,
            discoveryUrl: address,
            requireIdTokenVerification: true,
            clientId: institution.clientId,
            clientSecret: institution.clientSecret,
            scopes: ['openid', 'email'],
            redirectURI: `${origin}${returnPath}`,
            disableSignUp: true,
            disableProviderLogout: true,
            accountSubject: ({ profile }) => profile.sub ?? '',
            getUserInfo: whoIs(parts, found.data.userinfo_endpoint),
          },
        ],
      }),
    ],
  });
  const { socialProviders } = await auth.$context;
  const opened = socialProviders.some(({ id, issuer }) => id === provider && issuer === institution.issuer);
  if (!opened) report('the discovery document cannot be used');
  return opened ? auth : null;
}

/** better-auth waits for a provider without end; a person does not. */
const inTime = <T>(work: Promise<T>): Promise<T | null> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), 2 * PATIENCE_MS)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** What the provider sent back with a person: a code, or the reason why it gives none. */
export interface ProviderAnswer {
  readonly state: string;
  readonly code?: string | undefined;
  readonly error?: string | undefined;
  readonly iss?: string | undefined;
}

const queryOf = (answer: ProviderAnswer): string => {
  const query = new URLSearchParams({ state: answer.state });
  for (const name of ['code', 'error', 'iss'] as const) {
    const value = answer[name];
    if (value !== undefined) query.set(name, value);
  }
  return query.toString();
};

const refusing = z.object({ code: z.string() });

/** Why better-auth lets nobody in, by the address that it leads to or by its refusal; null where it does let somebody in. */
async function reasonOf(response: Response): Promise<string | null> {
  const place = response.headers.get('location');
  if (place !== null) return new URL(place, 'http://localhost').searchParams.get('error');
  return refusing.safeParse(await response.json().catch(() => null)).data?.code ?? 'no_answer';
}

/** Both answer `silent` where the provider does not answer. */
export function createInstitutionDoor(parts: Parts) {
  const { origin } = parts;
  let door: { readonly opened: ReturnType<typeof openDoor>; readonly until: number } | null = null;
  const opened = async () => {
    if (door === null || door.until < Date.now()) door = { opened: openDoor(parts), until: Date.now() + BELIEVED_MS };
    const auth = await door.opened.catch((fault: unknown) => {
      door = null;
      throw fault;
    });
    // Asked anew by the next one.
    if (auth === null) door = null;
    return auth;
  };
  return {
    /** Where the browser is to go (`url`), with the cookie that its return is known by; afterwards it comes to the path `next`. */
    begin: async (request: Request, next: string): Promise<Response | 'silent'> => {
      const auth = await opened();
      if (auth === null) return 'silent';
      const body = { provider, callbackURL: `${origin}${next}`, disableRedirect: true };
      return auth.api.signInSocial({ body, headers: request.headers, asResponse: true });
    },
    /** The one who is signed in by the cookies of an answer that leads to `next`, or the word for why nobody is. */
    finish: async (request: Request, answer: ProviderAnswer): Promise<Response | string> => {
      const auth = await opened();
      if (auth === null) return 'silent';
      const asked = new Request(`${origin}/api/auth/callback/${provider}?${queryOf(answer)}`, { headers: request.headers });
      const response = await inTime(auth.handler(asked));
      if (response === null) return 'silent';
      const reason = await reasonOf(demandAnswer(response));
      if (reason === null && response.headers.has('set-cookie')) return response;
      return answer.error !== undefined && reason === answer.error ? 'declined' : (reason ?? 'no_session');
    },
  };
}
