// The question that a query service of Wikidata is asked: which items are sister cities (P190) of these, since when, until when, by which
// reference, and what tells which places they are. Written by us alone: of the caller come numbers and codes, and nothing else.

/** Whose sister cities are asked for: of cities by their items or by their numbers in GeoNames, or of all cities of a country (ISO code). */
export type AskedCities =
  | { readonly by: 'items'; readonly items: readonly string[] }
  | { readonly by: 'places'; readonly geonamesIds: readonly number[] }
  | { readonly by: 'country'; readonly country: string };

function choosing(asked: AskedCities): string {
  switch (asked.by) {
    case 'items': {
      const items = asked.items.filter((item) => /^Q[1-9]\d*$/.test(item)).map((item) => `wd:${item}`);
      return `VALUES ?item { ${items.join(' ')} }`;
    }
    case 'places': {
      const numbers = asked.geonamesIds.filter((id) => Number.isSafeInteger(id) && id > 0).map((id) => `"${String(id)}"`);
      return `VALUES ?number { ${numbers.join(' ')} } ?item wdt:P1566 ?number .`;
    }
    case 'country':
      return `?nation wdt:P297 "${/^[A-Z]{2}$/.test(asked.country) ? asked.country : ''}" . ?item wdt:P17 ?nation .`;
  }
}

/** One row for each statement; the service itself gives labels in the first of these languages that there is. */
export const sisterCitiesQuery = (asked: AskedCities): string => `
SELECT ?item ?itemLabel (SAMPLE(?itemPoint) AS ?itemCoord) (SAMPLE(?itemNumber) AS ?itemGeonames) (SAMPLE(?itemIso) AS ?itemCountry)
  ?partner ?partnerLabel (SAMPLE(?partnerPoint) AS ?partnerCoord) (SAMPLE(?partnerNumber) AS ?partnerGeonames)
  (SAMPLE(?partnerIso) AS ?partnerCountry) ?start ?startPrecision ?end ?endPrecision (SAMPLE(?address) AS ?reference)
WHERE {
  ${choosing(asked)}
  ?item p:P190 ?statement .
  ?statement ps:P190 ?partner .
  MINUS { ?statement wikibase:rank wikibase:DeprecatedRank }
  OPTIONAL { ?statement pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] }
  OPTIONAL { ?statement pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] }
  OPTIONAL { ?statement prov:wasDerivedFrom/pr:P854 ?address }
  OPTIONAL { ?item wdt:P625 ?itemPoint }
  OPTIONAL { ?item wdt:P1566 ?itemNumber }
  OPTIONAL { ?item wdt:P17/wdt:P297 ?itemIso }
  OPTIONAL { ?partner wdt:P625 ?partnerPoint }
  OPTIONAL { ?partner wdt:P1566 ?partnerNumber }
  OPTIONAL { ?partner wdt:P17/wdt:P297 ?partnerIso }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en,mul,de,fr,es,zh" }
}
GROUP BY ?item ?itemLabel ?partner ?partnerLabel ?start ?startPrecision ?end ?endPrecision
LIMIT 20000`;
