// Messages of WeChat Work: an application writes to a member of its corporation (消息推送, message/send), with a token that lives two hours.
import { z } from 'zod';
import { askProvider } from './ask-provider.ts';
import type { Fault, Outgoing, Sender, WecomApplication } from './channels.ts';

const answered = z.object({
  errcode: z.number(),
  errmsg: z.string().default(''),
  access_token: z.string().optional(),
  expires_in: z.number().optional(),
  invaliduser: z.string().optional(),
  unlicenseduser: z.string().optional(),
});
type Answer = z.infer<typeof answered>;

/** The token is wrong or over: a new one is asked for, once. */
const TOKEN_OVER = new Set([40_001, 40_014, 41_001, 42_001]);
/** Nobody of this name, or nobody who may be written to by this application. */
const NOBODY = new Set([40_003, 60_111, 81_013]);
/** The longest text that is taken, in bytes. */
const MOST_BYTES = 2048;

async function ask(url: URL, request?: RequestInit): Promise<Answer | { readonly fault: string }> {
  const answer = await askProvider(url, request);
  if ('fault' in answer) return answer;
  const read = answered.safeParse(jsonOf(answer.text));
  return read.success ? read.data : { fault: `${answer.status} ${answer.text.slice(0, 200)}` };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const cut = (text: string): string => {
  let short = text;
  while (Buffer.byteLength(short) > MOST_BYTES) short = short.slice(0, -1);
  return short;
};

export function wecomSender({ url, corporation, agent, secret }: WecomApplication, now: () => number = Date.now): Sender {
  let token: { readonly text: string; readonly until: number } | null = null;
  const at = (path: string, query: Readonly<Record<string, string>>): URL => new URL(`/cgi-bin/${path}?${new URLSearchParams(query)}`, url);
  const tokenNow = async (): Promise<string | { readonly fault: string }> => {
    if (token !== null && token.until > now()) return token.text;
    const answer = await ask(at('gettoken', { corpid: corporation, corpsecret: secret }));
    if ('fault' in answer) return answer;
    if (answer.errcode !== 0 || answer.access_token === undefined) return { fault: `${answer.errcode} ${answer.errmsg}` };
    // Asked for anew a minute before it ends.
    token = { text: answer.access_token, until: now() + ((answer.expires_in ?? 7200) - 60) * 1000 };
    return token.text;
  };
  const post = async ({ recipient, body }: Outgoing): Promise<Answer | { readonly fault: string }> => {
    const held = await tokenNow();
    if (typeof held !== 'string') return held;
    const message = { touser: recipient, msgtype: 'text', agentid: agent, text: { content: cut(body) }, safe: 0 };
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message) };
    return ask(at('message/send', { access_token: held }), request);
  };
  const send = async (letter: Outgoing): Promise<Fault | null> => {
    let answer = await post(letter);
    if (!('fault' in answer) && TOKEN_OVER.has(answer.errcode)) {
      token = null;
      answer = await post(letter);
    }
    if ('fault' in answer) return { words: answer.fault, forGood: false };
    const { errcode, errmsg, invaliduser = '', unlicenseduser = '' } = answer;
    const missed = `${invaliduser}${unlicenseduser}`;
    if (errcode === 0 && missed === '') return null;
    return { words: `${errcode} ${errmsg}${missed === '' ? '' : ` (${missed})`}`.trim(), forGood: missed !== '' || NOBODY.has(errcode) };
  };
  return { channel: 'wecom', send };
}
