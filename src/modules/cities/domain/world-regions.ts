// The regions of the world in which a partner may be looked for: those of the United Nations' standard M49, Asia parted at its west.

const members = {
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN ' +
    'SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW IO',
  north_america: 'BM CA GL PM US',
  latin_america:
    'AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX ' +
    'TC TT UY VC VE VG VI',
  east_asia: 'CN HK JP KP KR MN MO TW',
  south_and_southeast_asia: 'AF BD BN BT ID IN IR KH LA LK MM MV MY NP PH PK SG TH TL VN',
  central_asia: 'KG KZ TJ TM UZ',
  west_asia: 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE',
  europe:
    'AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE ' +
    'SI SJ SK SM UA VA',
  oceania: 'AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
} as const;

export type WorldRegion = keyof typeof members;
export const worldRegions = Object.keys(members) as readonly WorldRegion[] as readonly [WorldRegion, ...WorldRegion[]];

const regionByCountry: ReadonlyMap<string, WorldRegion> = new Map(
  worldRegions.flatMap((region) => members[region].split(' ').map((country) => [country, region] as const)),
);

/** In which region a country lies; null for Antarctica. */
export const worldRegionOf = (country: string): WorldRegion | null => regionByCountry.get(country) ?? null;
