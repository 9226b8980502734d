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

/** A number with its country code, whatever parts its digits (E.164), or the name of an account; null where it is none. */
export function addressOfWay(way: ChosenWay, typed: string): string | null {
  const plain = typed.normalize('NFKC').trim();
  const address = way === 'sms' ? plain.replaceAll(/[\s()./-]/g, '').replace(/^00/, '+') : plain;
  return patterns[way].test(address) ? address : null;
}

/** What goes where a letter would be too long: what it is about, and the link. */
export const shortLetter = ({ subject }: Letter, address: string): Letter => ({ subject, body: `${subject}\n${address}` });
