// By which ways letters leave this server, as its operator has set it: mail, text messages (SMS), messages of WeChat Work.
export const channels = ['mail', 'sms', 'wecom'] as const;
export type Channel = (typeof channels)[number];

/** Why a letter was not taken; `forGood`: of this address it was said so, and would be said again. */
export interface Fault {
  readonly words: string;
  readonly forGood: boolean;
}

export interface Outgoing {
  readonly id: string;
  /** An address of e-mail, a number with its country code, an account of WeChat Work. */
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

/** One way out; `send` answers null once the letter was taken. */
export interface Sender {
  readonly channel: Channel;
  readonly send: (letter: Outgoing) => Promise<Fault | null>;
}

/** A provider that takes a text by one request of HTTP, in a form of its own. */
export interface SmsProvider {
  readonly url: string;
  /** What is posted, with `{{to}}` and `{{text}}` in it: JSON where it begins with a brace, else a form. */
  readonly body: string;
  readonly authorization: string | null;
  /** What an answer holds once the text was taken; null: any answer of success will do. */
  readonly accepted: string | null;
  /** What an answer holds that refuses the number itself. */
  readonly refused: string | null;
}

/** An application of WeChat Work (企业微信) that writes to members of its corporation. */
export interface WecomApplication {
  readonly url: string;
  readonly corporation: string;
  readonly agent: number;
  readonly secret: string;
}

export interface ChannelConfig {
  readonly sms: SmsProvider | null;
  readonly wecom: WecomApplication | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const isWeb = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

function readSms(env: Environment, problems: string[]): SmsProvider | null {
  const { SMS_URL: url, SMS_BODY: body = '', SMS_AUTHORIZATION, SMS_ACCEPTED, SMS_REFUSED } = env;
  if (url === undefined) {
    if (body !== '') problems.push('SMS_BODY needs SMS_URL beside it');
    return null;
  }
  if (!isWeb(url)) problems.push('SMS_URL must be an address of http or https');
  if (!body.includes('{{to}}') || !body.includes('{{text}}')) problems.push('SMS_BODY must hold {{to}} and {{text}}');
  if (body.startsWith('{') && !isJson(filled(body, (text) => text, { to: '', text: '' })))
    problems.push('SMS_BODY begins with { and is not JSON');
  return { url, body, authorization: SMS_AUTHORIZATION ?? null, accepted: SMS_ACCEPTED ?? null, refused: SMS_REFUSED ?? null };
}

function readWecom(env: Environment, problems: string[]): WecomApplication | null {
  const { WECOM_CORP_ID: corporation, WECOM_AGENT_ID: agent, WECOM_SECRET: secret, WECOM_URL: url = 'https://qyapi.weixin.qq.com' } = env;
  if (corporation === undefined && agent === undefined && secret === undefined) return null;
  if (corporation === undefined || agent === undefined || secret === undefined) {
    problems.push('WECOM_CORP_ID, WECOM_AGENT_ID and WECOM_SECRET belong together');
    return null;
  }
  if (!/^\d{1,12}$/.test(agent)) problems.push('WECOM_AGENT_ID must be a number');
  if (!isWeb(url)) problems.push('WECOM_URL must be an address of http or https');
  return { url, corporation, agent: Number(agent), secret };
}

/** Both channels beside mail; what cannot be used is added to the problems. */
export const readChannels = (env: Environment, problems: string[]): ChannelConfig => ({
  sms: readSms(env, problems),
  wecom: readWecom(env, problems),
});

/** Which channels letters can leave by. */
export const channelsOf = ({ smtpUrl, sms, wecom }: ChannelConfig & { readonly smtpUrl: string | null }): readonly Channel[] =>
  channels.filter((channel) => ({ mail: smtpUrl, sms, wecom })[channel] !== null);

/** A template with its two places filled, as its form asks. */
export const filled = (
  template: string,
  written: (text: string) => string,
  values: { readonly to: string; readonly text: string },
): string => template.replaceAll(/\{\{(to|text)\}\}/g, (_, name: 'to' | 'text') => written(values[name]));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
