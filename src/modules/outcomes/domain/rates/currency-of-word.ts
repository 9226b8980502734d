// Which currency a column's head or a cell means: a code, a sign, a name, or the country whose money it is.
import { currencyWords } from '#reading/currency-words.ts';
import { countryOfWord } from '#reading/words.ts';
import { exponentOf } from '#kernel/money.ts';

// Countries that are called by their names in tables of rates and have had one currency since the year given (ISO 3166, ISO 4217). Where money
// was renamed or replaced since, and in the countries of the euro, a person is asked.
const since = new Map<string, readonly [code: string, year: number]>(
  `AE:AED:1973 AU:AUD:1966 BD:BDT:1972 BH:BHD:1965 BR:BRL:1995 CA:CAD:1858 CH:CHF:1850 CL:CLP:1976 CN:CNY:1955 CO:COP:1900 CZ:CZK:1993 DK:DKK:1875
   EG:EGP:1900 GB:GBP:1900 HK:HKD:1900 HU:HUF:1946 ID:IDR:1966 IL:ILS:1986 IN:INR:1957 IS:ISK:1981 JO:JOD:1950 JP:JPY:1900 KE:KES:1966 KR:KRW:1962
   KW:KWD:1961 LK:LKR:1900 MA:MAD:1960 MO:MOP:1900 MX:MXN:1993 MY:MYR:1967 NO:NOK:1875 NP:NPR:1932 NZ:NZD:1967 OM:OMR:1974 PE:PEN:1992 PH:PHP:1949
   PK:PKR:1948 PL:PLN:1995 QA:QAR:1973 RU:RUB:1998 SA:SAR:1960 SE:SEK:1875 SG:SGD:1967 TH:THB:1928 TW:TWD:1949 US:USD:1900 VN:VND:1985 ZA:ZAR:1961`
    .split(/\s+/)
    .map((line) => {
      const [country = '', code = '', year = '0'] = line.split(':');
      return [country, [code, Number(year)]];
    }),
);

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** `codes`: what can be meant, one where it is sure; `from`: the year since which it is sure. */
export function currencyOfWord(word: string): { readonly codes: readonly string[]; readonly from: number } {
  const code = word.trim().toUpperCase();
  if (exponentOf(code) !== null) return { codes: [code], from: 0 };
  const named = currencyWords().get(folded(word));
  if (named !== undefined) return { codes: named, from: 0 };
  const country = countryOfWord(word.trim());
  const [own, from] = (country === null ? undefined : since.get(country)) ?? [];
  return own === undefined ? { codes: [], from: 0 } : { codes: [own], from: from ?? 0 };
}
