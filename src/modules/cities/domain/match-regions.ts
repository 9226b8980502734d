// States and provinces that are written beside a name, as the gazetteer numbers them: it has no names of regions itself.
import { fold } from '#kernel/fold.ts';

export interface Region {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The gazetteer's first-order code within the country. */
  readonly code: string;
}

/** `code name|other name`, of countries whose regions are commonly written beside cities. */
const tables: Readonly<Record<string, string>> = {
  US: 'AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California|Kalifornien;CO Colorado;CT Connecticut;DE Delaware;DC District of Columbia|D.C.|DC;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York|New York State;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington|Washington State;WV West Virginia;WI Wisconsin;WY Wyoming',
  CA: '01 Alberta;02 British Columbia|B.C.;03 Manitoba;04 New Brunswick;05 Newfoundland and Labrador|Newfoundland;07 Nova Scotia;08 Ontario;09 Prince Edward Island;10 Quebec|Québec;11 Saskatchewan;12 Yukon;13 Northwest Territories;14 Nunavut',
  AU: '01 Australian Capital Territory;02 New South Wales|NSW;03 Northern Territory;04 Queensland;05 South Australia;06 Tasmania;07 Victoria;08 Western Australia',
  GB: 'ENG England|Inghilterra|Angleterre;SCT Scotland|Schottland;WLS Wales;NIR Northern Ireland|Nordirland',
  DE: '01 Baden-Württemberg;02 Bavaria|Bayern;03 Bremen;04 Hamburg;05 Hesse|Hessen;06 Lower Saxony|Niedersachsen;07 North Rhine-Westphalia|Nordrhein-Westfalen|NRW;08 Rhineland-Palatinate|Rheinland-Pfalz;09 Saarland;10 Schleswig-Holstein;11 Brandenburg;12 Mecklenburg-Vorpommern|Mecklenburg-Western Pomerania|Mecklenburg;13 Saxony|Sachsen;14 Saxony-Anhalt|Sachsen-Anhalt;15 Thuringia|Thüringen;16 Berlin',
  AT: '01 Burgenland;02 Carinthia|Kärnten;03 Lower Austria|Niederösterreich;04 Upper Austria|Oberösterreich;05 Salzburg;06 Styria|Steiermark;07 Tyrol|Tirol;08 Vorarlberg;09 Vienna|Wien',
  PT: '09 Algarve;10 Madeira;23 Azores|Açores',
  BE: 'VLG Flanders|Flandern;WAL Wallonia|Wallonien;BRU Brussels',
  IT: '01 Abruzzo|Abruzzi;02 Basilicata;03 Calabria|Kalabrien;04 Campania|Kampanien;05 Emilia-Romagna;06 Friuli-Venezia Giulia|Friuli;07 Lazio|Latium;08 Liguria|Ligurien;09 Lombardy|Lombardia|Lombardei;10 Marche;11 Molise;12 Piedmont|Piemonte|Piemont;13 Apulia|Puglia|Apulien;14 Sardinia|Sardegna|Sardinien;15 Sicily|Sicilia|Sizilien;16 Tuscany|Toscana|Toskana;17 Trentino-Alto Adige|Trentino|South Tyrol|Südtirol;18 Umbria|Umbrien;19 Aosta Valley;20 Veneto|Venetien',
};

const byName = new Map<string, Region[]>();
for (const [country, table] of Object.entries(tables))
  for (const entry of table.split(';')) {
    const blank = entry.indexOf(' ');
    for (const name of entry.slice(blank + 1).split('|')) {
      const key = fold(name);
      byName.set(key, [...(byName.get(key) ?? []), { country, code: entry.slice(0, blank) }]);
    }
  }

/** The regions that are called so, in any country of the tables: `'Brandenburg'`, `'Ohio'`; `'OH'` only where `country` is given. */
export function regionsCalled(text: string, country: string | null = null): readonly Region[] {
  const found = byName.get(fold(text)) ?? [];
  const code = text.trim();
  const short = country === 'US' && /^[A-Z]{2}$/.test(code) ? [{ country, code }] : [];
  return [...found.filter((region) => country === null || region.country === country), ...short];
}
