// What a browser may send of a passkey; the whole way with a device stands in the journey of passkeys.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../fixtures/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const signed = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  clientExtensionResults: {},
  response: { authenticatorData: 'AAAA', clientDataJSON: 'AAAA', signature: 'AAAA' },
};
const made = { ...signed, response: { attestationObject: 'AAAA', clientDataJSON: 'AAAA' } };

test.each([
  ['of nothing', {}],
  ['with an unknown field', { response: signed, extra: 1 }],
  ['with a condition in place of an id', { response: { ...signed, id: { ne: '' } } }],
  ['with a number in place of a text', { response: { ...signed, response: { ...signed.response, userHandle: 7 } } }],
  ['that is too long', { response: { ...signed, id: 'x'.repeat(30_000) } }],
])('a sign-in %s is refused', async (_what, json) => {
  const answer = await app.ask('POST', '/api/auth/passkey/verify-authentication', { json });
  expect(answer).toMatchObject({ status: 422, body: { code: 'accounts.passkey_refused' } });
});

test('without the question it answers, or with an unknown passkey, a sign-in is refused', async () => {
  const late = await app.ask('POST', '/api/auth/passkey/verify-authentication', { json: { response: signed } });
  expect(late).toMatchObject({ status: 422, body: { code: 'accounts.passkey_too_late' } });
  const asked = await app.ask('GET', '/api/auth/passkey/generate-authenticate-options');
  const cookie = asked.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const unknown = await app.ask('POST', '/api/auth/passkey/verify-authentication', { cookie, json: { response: signed } });
  expect(unknown).toMatchObject({ status: 401, body: { code: 'accounts.passkey_unknown' } });
});

test('nobody is erased by a passkey that does not answer for them', async () => {
  const { owner } = await app.db.foundOffice();
  const session = await app.signIn(owner);
  const asked = await app.ask('GET', '/api/auth/passkey/generate-authenticate-options', { cookie: session });
  const cookie = [session, asked.headers.getSetCookie()[0]?.split(';')[0] ?? ''].join('; ');
  const answer = await app.ask('POST', '/api/auth/erase-account', { cookie, json: { response: signed } });
  expect(answer).toMatchObject({ status: 401, body: { code: 'accounts.passkey_unknown' } });
  expect((await app.ask('GET', '/api/v1/session', { cookie: session })).body).toMatchObject({ account: { id: owner } });
});

test('what no device has made is not kept, and is no fault of the server', async () => {
  const { owner } = await app.db.foundOffice();
  const session = await app.signIn(owner);
  const asked = await app.ask('GET', '/api/auth/passkey/generate-register-options', { cookie: session });
  expect(asked.body).toMatchObject({ rp: { name: 'Hansa' }, authenticatorSelection: { userVerification: 'required' } });
  const cookie = [session, asked.headers.getSetCookie()[0]?.split(';')[0] ?? ''].join('; ');
  const answer = await app.ask('POST', '/api/auth/passkey/verify-registration', { cookie, json: { name: 'A phone', response: made } });
  expect(answer).toMatchObject({ status: 422, body: { code: 'accounts.passkey_refused' } });
  const kept = await app.ask('GET', '/api/auth/passkey/list-user-passkeys', { cookie: session });
  expect(kept.body).toEqual([]);
});
