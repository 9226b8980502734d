// The unit that a head gives for the bare figures below it: "Value (£m)", "Amount in USD thousand", 金额（万元）.
import { parseAmount } from '#reading/amounts.ts';

interface Unit {
  /** Puts a figure where a person would write it: £1m. */
  readonly write: (figure: string) => string;
  /** Its currency as it stands there; empty where it names none. */
  readonly sign: string;
  /** What stands before it in the head. */
  readonly rest: string;
}

const signFirst = /^(\p{Sc}|[a-z]{3}\$?|us\$|hk\$|人民币|美元|英镑|欧元|日元)\s*(.*)$/iu;

/** How a figure is written with the words of a unit; null where these are no unit. */
function writes(words: string): Unit['write'] | null {
  const [, sign = '', scale = ''] = signFirst.exec(words) ?? [];
  const plain = words.replace(/[’'](?:000|k)$/i, ' thousand');
  const ways: readonly Unit['write'][] = [
    (figure) => `${figure} ${plain}`,
    (figure) => `${figure}${words}`,
    ...(sign === '' ? [] : [(figure: string) => `${sign}${figure} ${scale}`.trim(), (figure: string) => `${figure} ${scale} ${sign}`]),
  ];
  return ways.find((write) => parseAmount(write('1')).ok) ?? null;
}

/** The unit of a head, in brackets, after "in" or a comma, or as its last words; null where it names none. */
export function unitIn(head: string): Unit | null {
  const text = head.normalize('NFKC').trim();
  const patterns = [
    /^(.*?)[([]\s*(?:in\s+|单位[:：]?\s*)?(.+?)\s*[)\]]\s*$/u,
    /^(.*?)(?:\s*[,:/]\s*|\s+in\s+|\s+)(\S.*)$/iu,
    /^(\p{Script=Han}{2,})(\p{Sc}.*)$/u,
  ];
  for (const pattern of patterns) {
    const [, rest = '', words = ''] = pattern.exec(text) ?? [];
    const write = words === '' || !/\p{L}|\p{Sc}/u.test(words) ? null : writes(words);
    if (write !== null) return { write, sign: signFirst.exec(words)?.[1] ?? '', rest: rest.trim() };
  }
  return null;
}

/** A figure with the unit of its head, "about 5" with it, too; one that has a scale of its own with its currency alone, one that has a currency as it stands. */
export function withUnit(cell: string, unit: Pick<Unit, 'write' | 'sign'> | null): string {
  const figure = /\d[\d.,'\s]*/.exec(cell)?.[0].trim() ?? '';
  if (unit === null || figure === '') return cell;
  const [read, bare] = [parseAmount(cell), parseAmount(figure)];
  if (figure === cell.trim()) return unit.write(figure);
  if (!read.ok || !bare.ok || read.value.currencies.length > 0) return cell;
  if (read.value.value === bare.value.value) return cell.replace(figure, unit.write(figure));
  const signed = cell.replace(figure, `${unit.sign}${figure}`);
  const asSigned = parseAmount(signed);
  return asSigned.ok && asSigned.value.value === read.value.value ? signed : cell;
}
