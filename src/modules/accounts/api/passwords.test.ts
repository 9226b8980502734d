import { expect, test } from 'vitest';
import { passwordProblem } from './passwords.ts';

const codeOf = async (password: string): Promise<string | undefined> => (await passwordProblem(password))?.code;

test.each(['passwordpassword', '123456789012', 'Password1234!', '1qaz2wsx3edc', 'hansahansahansa', 'aaaaaaaaaaaa', 'qwerty'.repeat(21)])(
  '%s is among the first that anybody would try',
  async (password) => {
    expect(await codeOf(password)).toBe('accounts.password_too_common');
  },
);

test.each(['correct horse battery staple', 'Zd7#kq0!mm2p', '上海市外事办公室的密码一', 'a long password '.repeat(8)])(
  '%s may be chosen',
  async (password) => {
    expect(await passwordProblem(password)).toBeNull();
  },
);

test('one that is too short or too long is told its length', async () => {
  expect([await codeOf('short'), await codeOf('x'.repeat(129))]).toEqual(['accounts.password_too_short', 'accounts.password_too_long']);
});
