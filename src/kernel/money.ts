// Amounts, counts and shares as decimal strings: exact, never floats, each amount with its currency.

/** `value` is a decimal in plain writing (`139000000`, `-0.5`); `currency` an ISO 4217 code. */
export interface Amount {
  readonly value: string;
  readonly currency: string;
}

export const qualifiers = ['exact', 'about', 'nearly', 'over', 'at_least', 'up_to', 'planned'] as const;
/** How a figure is meant: `about` 45, `nearly` 300 (less), `over` 25, `at_least` 30, `up_to` 8, `planned`. */
export type Qualifier = (typeof qualifiers)[number];

// Active ISO 4217 codes, then those of the past in which older figures were stated.
const currencies = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP CRC
   CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD
   JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO
   NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
   TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
   ATS BEF DEM ESP FIM FRF GRD HRK IEP ITL LUF NLG PTE`.split(/\s+/),
);

const oddExponents = new Map<string, number>([
  ...'BIF CLP DJF ESP GNF ISK ITL JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF BEF LUF PTE GRD'
    .split(' ')
    .map((code): readonly [string, number] => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code): readonly [string, number] => [code, 3]),
  ['CLF', 4],
  ['UYW', 4],
]);

/** Digits behind the point that a currency has (2 for GBP, 0 for JPY); null for what is no currency. */
export const exponentOf = (currency: string): number | null => (currencies.has(currency) ? (oddExponents.get(currency) ?? 2) : null);

/** Every currency an amount may be stated in, by code. */
export const currencyCodes: readonly string[] = [...currencies].sort();

const decimal = /^(-?)(0|[1-9]\d{0,20})(?:\.(\d{1,8}))?$/;

/** Whether a text is a decimal in plain writing: up to 21 digits, then up to 8 behind a point; no sign but a minus, no separators. */
export const isDecimal = (text: string): boolean => decimal.test(text);

/** Digits that stand behind the point; 0 for what is no decimal. */
export const placesOf = (text: string): number => decimal.exec(text)?.[3]?.length ?? 0;

const scale = 8;

/** In units of 10^-8; a text that is no decimal is a fault of the caller. */
function unitsOf(text: string): bigint {
  const found = decimal.exec(text);
  if (found === null) throw new RangeError(`not a decimal: ${text}`);
  const [, sign, whole = '0', fraction = ''] = found;
  const units = BigInt(whole + fraction.padEnd(scale, '0'));
  return sign === '-' ? -units : units;
}

function textOf(units: bigint): string {
  const plain = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const fraction = plain.slice(-scale).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${plain.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A whole number above zero, as the database writes it (`12.00000000`). */
const whole = /^([1-9]\d{0,20})(?:\.0{1,8})?$/;

/** The one writing of a decimal: `12.50` → `12.5`, `-0` → `0`; what is hashed and compared. Ledgers are read by the thousand, and most of it is whole. */
export const plainDecimal = (text: string): string => whole.exec(text)?.[1] ?? textOf(unitsOf(text));

/** A whole number so small that a thousand of them are summed exactly without `bigint`, which takes ten times as long. */
const small = /^(?:0|-?[1-9]\d{0,11})$/;

/** The exact sum of decimals; `0` of none. */
export const addDecimals = (values: readonly string[]): string =>
  values.length <= 1000 && values.every((value) => small.test(value))
    ? String(values.reduce((sum, value) => sum + Number(value), 0))
    : textOf(values.reduce((sum, value) => sum + unitsOf(value), 0n));

export const negateDecimal = (value: string): string => textOf(-unitsOf(value));

/** Negative, 0 or positive, as `a` is less than, equal to or more than `b`. */
export function compareDecimals(a: string, b: string): number {
  if (small.test(a) && small.test(b)) return Math.sign(Number(a) - Number(b));
  const [x, y] = [unitsOf(a), unitsOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
