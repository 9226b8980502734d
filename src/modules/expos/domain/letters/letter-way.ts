// By which way the letters of a company go, as it chose itself, and how the address of each is written.
import type { Letter } from './letters.ts';

/** Ways beside mail, which needs no choice. */
export const chosenWays = ['sms', 'wecom'] as const;
export type ChosenWay = (typeof chosenWays)[number];
export const letterWays = ['mail', ...chosenWays] as const;
export type LetterWay = (typeof letterWays)[number];

const patterns: Readonly<Record<ChosenWay, RegExp>> = {
  sms: /^\+[1-9][0-9]{6,14}$/,
  wecom: /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/,
};

/** Country codes (ITU-T E.164) where a mobile number is written at home with a 0 before it, the trunk prefix, which is left out after the code. */
const withTrunkZero: Readonly<Record<string, string>> = {
  ...{
    AT: '43',
    AU: '61',
    BE: '32',
    BG: '359',
    CH: '41',
    DE: '49',
    EG: '20',
    FI: '358',
    FR: '33',
    GB: '44',
    HR: '385',
    ID: '62',
    IE: '353',
  },
  ...{
    IL: '972',
    IN: '91',
    JP: '81',
    KE: '254',
    KR: '82',
    MY: '60',
    NG: '234',
    NL: '31',
    NZ: '64',
    PH: '63',
    PK: '92',
    RO: '40',
    SE: '46',
  },
  ...{ SI: '386', TH: '66', TR: '90', UA: '380', VN: '84', ZA: '27' },
};

/** Those where a mobile number is the same at home and after the code, with its form at home. */
const withoutTrunk: Readonly<Record<string, { readonly code: string; readonly home: RegExp }>> = {
  CN: { code: '86', home: /^1[0-9]{10}$/ },
  CZ: { code: '420', home: /^[67][0-9]{8}$/ },
  DK: { code: '45', home: /^[2-9][0-9]{7}$/ },
  ES: { code: '34', home: /^[67][0-9]{8}$/ },
  GR: { code: '30', home: /^69[0-9]{8}$/ },
  HK: { code: '852', home: /^[4-9][0-9]{7}$/ },
  IT: { code: '39', home: /^3[0-9]{8,9}$/ },
  NO: { code: '47', home: /^[49][0-9]{7}$/ },
  PL: { code: '48', home: /^[4-8][0-9]{8}$/ },
  PT: { code: '351', home: /^9[0-9]{8}$/ },
  SG: { code: '65', home: /^[89][0-9]{7}$/ },
};

/** A number as it is written at home, with the code of that country; as it was where that country is not known here, so that the code is asked for. */
function abroad(number: string, country: string | null): string {
  const trunk = withTrunkZero[country ?? ''];
  if (trunk !== undefined) return /^0[1-9][0-9]{6,10}$/.test(number) ? `+${trunk}${number.slice(1)}` : number;
  const plain = withoutTrunk[country ?? ''];
  return plain !== undefined && plain.home.test(number) ? `+${plain.code}${number}` : number;
}

/**
 * A number with its country code, whatever parts its digits (E.164), or the name of an account; null where it is none. A number without a code is
 * read as one of `country` (ISO 3166-1), the company's own.
 */
export function addressOfWay(way: ChosenWay, typed: string, country: string | null): string | null {
  const plain = typed.normalize('NFKC').trim();
  const address = way === 'sms' ? abroad(plain.replaceAll(/[\s()./-]/g, '').replace(/^00/, '+'), country) : plain;
  return patterns[way].test(address) ? address : null;
}

/** What goes where a letter would be too long: what it is about, and the link. */
export const shortLetter = ({ subject }: Letter, address: string): Letter => ({ subject, body: `${subject}\n${address}` });
