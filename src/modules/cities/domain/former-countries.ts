// Countries as older lists call them: names that are no more, and states that have come apart since.
import { codesOfWords } from '#reading/names-of-codes.ts';

/** `codes: name|other name`; several codes where the places of one lie in several countries today. */
const table = `
RU UA BY KZ UZ GE AM AZ MD EE LV LT KG TJ TM: sovjetunionen|sovjet-unie|sovjet unie|neuvostoliitto|sovětský svaz|sovietsky zväz|szovjetunió|uniunea sovietică|sovjetski savez|sovyetler birliği|sscb|срср|радянський союз|σοβιετική ένωση|ソビエト|ソヴィエト連邦|soviet union|former soviet union|ussr|former ussr|su|union of soviet socialist republics|sowjetunion|udssr|urss|union soviétique|unión soviética|unione sovietica|união soviética|zsrr|советский союз|ссср|苏联|蘇聯|ソ連|ソビエト連邦|소련
RS HR SI BA MK ME XK: joegoslavië|jugoslavien|jugoslavië|yugoslavya|iugoslávia|југославија|југославія|югославія|γιουγκοσλαβία|jugosllavia|yougoslavie (ex)|yugoslavia|former yugoslavia|sfr yugoslavia|fr yugoslavia|sfrj|sfry|yug|jugoslawien|yougoslavie|jugoslavia|iugoslavia|jugosławia|jugoslavija|югославия|南斯拉夫|ユーゴスラビア|유고슬라비아
CZ SK: czechosłowacka republika socjalistyczna|tsjecho-slowakije|tsjechoslowakije|tjeckoslovakien|tsjekkoslovakia|tjekkoslovakiet|tšekkoslovakia|čehoslovačka|cehoslovacia|csehszlovákia|çekoslovakya|чехословаччина|τσεχοσλοβακία|chekoslovakia|체코슬로바키아|czechoslovakia|former czechoslovakia|čssr|čsfr|tch|tschechoslowakei|tchécoslovaquie|checoslovaquia|checoeslovaquia|cecoslovacchia|československo|czechosłowacja|чехословакия|捷克斯洛伐克|捷克斯拉夫|チェコスロバキア
RS ME: serbia and montenegro|serbien und montenegro|serbie-et-monténégro|scg|塞尔维亚和黑山
VN LA KH: french indochina|indochina
EG SY: united arab republic
DE: east germany|west germany|gdr|ddr|rda|frg|brd|rfa|nrd|rfn|german democratic republic|deutsche demokratische republik|bundesrepublik deutschland|bundesrepublik|ostdeutschland|westdeutschland|гдр|фрг|东德|東德|民主德国|西德|联邦德国|東ドイツ|西ドイツ
LK: ceilán|ceilão|ceylan|cejlon|цейлон|セイロン|실론|ceylon|锡兰
TH: sjam|сиам|シャム|siam|暹罗
BF: alto volta|górna wolta|верхняя вольта|オートボルタ|opper-volta|övre volta|upper volta|haute-volta|obervolta|上沃尔特
BJ: dahomey|dahome|达荷美
KH: kampucza|камбоджийская народная республика|kampuchea|democratic kampuchea|khmer republic
ZW: rodesia|rodezja|rhodésie|родезия|ローデシア|罗得西亚|rhodesia|southern rhodesia|rhodesien
ZM: northern rhodesia
MW: nyasaland
BW: bechuanaland
LS: basutoland
GH: gold coast
TZ: tanganika|танганьика|tanganyika|zanzibar
NA: south west africa|south-west africa
ET: habeşistan|abisynia|abisinia|abissinia|абиссиния|abyssinia|abessinien
BD: east pakistan
DZ: french algeria|algérie française
ID: dutch east indies|netherlands indies|netherlands east indies
BZ: british honduras
GY: british guiana
SR: dutch guiana
VU: new hebrides
CD: belgian congo
MY: malaya|federation of malaya
VN: south vietnam|north vietnam|republic of vietnam|democratic republic of vietnam|南越|北越
BY: belorussia|byelorussia|byelorussian ssr|belorussian ssr|white russia
UA: ukrainian ssr
RU: rsfsr|russian sfsr
GE: georgian ssr
MD: moldavian ssr
EE: estonian ssr
LV: latvian ssr
LT: lithuanian ssr
AM: armenian ssr
AZ: azerbaijan ssr|azerbaijani ssr
KZ: kazakh ssr
UZ: uzbek ssr
KG: kirghizia|kirgizia|kirghiz ssr
TJ: tajik ssr|tadzhikistan
TM: turkmen ssr|turkmenia
`;

/** Names with the codes of today. */
export const formerCountries = codesOfWords(table);
