// The question that a query service of Wikidata is asked: which items are sister cities (P190) of these, since when, until when, by which
// reference, and what tells which places they are. Written by us alone: of the caller come numbers of items and nothing else.

/** One row for each statement; the service itself gives labels in the first of these languages that there is. */
export const sisterCitiesQuery = (items: readonly string[]): string => `
SELECT ?item ?itemLabel (SAMPLE(?itemPoint) AS ?itemCoord) (SAMPLE(?itemNumber) AS ?itemGeonames) (SAMPLE(?itemIso) AS ?itemCountry)
  ?partner ?partnerLabel (SAMPLE(?partnerPoint) AS ?partnerCoord) (SAMPLE(?partnerNumber) AS ?partnerGeonames)
  (SAMPLE(?partnerIso) AS ?partnerCountry) ?start ?startPrecision ?end ?endPrecision (SAMPLE(?address) AS ?reference)
WHERE {
  VALUES ?item { ${items
    .filter((item) => /^Q[1-9]\d*$/.test(item))
    .map((item) => `wd:${item}`)
    .join(' ')} }
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
