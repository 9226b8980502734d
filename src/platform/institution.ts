// An institution's own sign-in (OpenID Connect), as the operator names it in the environment.
import { readFileSync } from 'node:fs';
import { forEachLanguage, languages, type Language, type MultilingualText } from '#kernel/language.ts';
import { textOfWords } from '#kernel/writing/in-languages.ts';

export interface Institution {
  /** The provider's issuer identifier, byte for byte as its discovery document and its ID tokens say it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button calls it. */
  readonly name: Readonly<Record<Language, string>>;
  /** The e-mail domains that it speaks for, in small letters: it signs in nobody of another. */
  readonly domains: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const nameOf = (language: Language): string => `HANSA_OIDC_LABEL_${language.toUpperCase().replaceAll('-', '_')}`;
const names = [
  'HANSA_OIDC_ISSUER',
  'HANSA_OIDC_CLIENT_ID',
  'HANSA_OIDC_CLIENT_SECRET_FILE',
  'HANSA_OIDC_DOMAINS',
  ...languages.map(nameOf),
];

/** Whether what is sent to an address stays secret on the way: by https, or because it does not leave this machine. */
export const isPrivate = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
};

function secretIn(file: string, problems: string[]): string {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret === '') problems.push(`HANSA_OIDC_CLIENT_SECRET_FILE: ${file} is empty`);
    return secret;
  } catch {
    problems.push(`HANSA_OIDC_CLIENT_SECRET_FILE: ${file} cannot be read`);
    return '';
  }
}

/** Null where none of its variables is set; where some are, each that is missing or wrong is added to `problems`. */
export function readInstitution(env: Environment, problems: string[]): Institution | null {
  const given = (name: string): string => (env[name] ?? '').trim();
  if (names.every((name) => given(name) === '')) return null;
  const missing = names.filter((name) => given(name) === '');
  if (missing.length > 0) problems.push(`an institution’s sign-in also needs ${missing.join(', ')}`);
  const issuer = given('HANSA_OIDC_ISSUER');
  if (issuer !== '' && (!isPrivate(issuer) || /[?#]/.test(issuer)))
    problems.push('HANSA_OIDC_ISSUER must be an https address without a query, as the provider calls itself');
  const domains = given('HANSA_OIDC_DOMAINS')
    .split(',')
    .map((domain) => domain.trim().toLowerCase())
    .filter((domain) => domain !== '');
  if (domains.some((domain) => !/^([a-z0-9-]+\.)+[a-z0-9-]+$/.test(domain)))
    problems.push('HANSA_OIDC_DOMAINS must be e-mail domains parted by commas, such as example.org,mail.example.org');
  const file = given('HANSA_OIDC_CLIENT_SECRET_FILE');
  return {
    issuer,
    clientId: given('HANSA_OIDC_CLIENT_ID'),
    clientSecret: file === '' ? '' : secretIn(file, problems),
    name: forEachLanguage((language) => given(nameOf(language))),
    domains,
  };
}

/** Its name as the pages read texts; null where there is none. */
export const nameOfInstitution = (institution: Institution | null): MultilingualText | null =>
  institution === null ? null : textOfWords(institution.name, 'human');
