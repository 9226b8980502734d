// What the addresses of the sign-in pages carry.

/** Where to go on after signing in. */
export const nextSearch = (search: Readonly<Record<string, unknown>>): { readonly next?: string } =>
  typeof search['next'] === 'string' ? { next: search['next'] } : {};

/** The token of a link from a mail. */
export const tokenSearch = (search: Readonly<Record<string, unknown>>): { readonly token?: string } =>
  typeof search['token'] === 'string' ? { token: search['token'] } : {};

/** Only a path of our own may follow a sign-in, never another site. */
export const safePath = (next: string | undefined): string => (next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/');
