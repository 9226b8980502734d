// How people write countries beside the names that runtimes have: official, short and older forms, adjectives, signs of vehicles.
import { codesOfWords } from '#reading/names-of-codes.ts';

/** `codes: name|other name`; the first code is the likelier. */
export const countryForms = codesOfWords(`
IE: republic of ireland|eire|irish republic|irish
PS: palestine|state of palestine|palestinian territories|palestinian authority|west bank|gaza strip|palästinensische gebiete|palästina|palestina|palestinian territory
CY: northern cyprus|turkish republic of northern cyprus|nordzypern
MK: macedonia (fyrom)|fyr macedonia|македония|македонија|macedónia|macedônia|makedonien|makedonia|makedonija|makedonya|マケドニア|마케도니아|former yugoslav republic of macedonia|ehemalige jugoslawische republik mazedonien|macedonia|republic of macedonia|fyrom|mazedonien|macédoine|马其顿
MD: moldavia|republic of moldova|transnistria|moldau|moldawien|moldavie|摩尔达维亚
SR: surinam
CI: wybrzeże kości słoniowej|costa de marfil|costa do marfim|costa d'avorio|コートジボワール|ivory coast|elfenbeinküste|象牙海岸
TL: east timor|osttimor
CV: zielony przylądek|republika zielonego przylądka|カーボベルデ|cape verde|kapverden|佛得角共和国
SZ: svaziland|suazilandia|suazilândia|suazi|suazylandia|swazilandia|свазиленд|スワジランド|스와질란드|斯威士兰|swazi|szváziföld|swaziland|swasiland
MM: birmanya|birma (myanmar)|birmania|birmanie|birmânia|barma|бирма|бирма|ビルマ|버마|burma (myanmar)|myanmar (burma)|burma|burmese|birma|缅甸联邦
CG CD: congo|kongo|刚果
CG: republic of the congo|congo rep|republik kongo|république du congo|刚果共和国
CD: zair|zaire (dr kongo)|заир|ザイール|자이르|republic of zaire|democratic rep of the congo|democratic republic of the congo|dr congo|dem rep congo|congo dem rep|zaire|zaïre|dr kongo|demokratische republik kongo|rd congo|république démocratique du congo|república democrática del congo|刚果民主共和国|民主刚果|扎伊尔
FM: micronesia|federated states of micronesia
BA: bosnia|bih|b and h|bosnia and herz|bosnien|bosnie|bosna|波黑|bosnia herz|bosnien herz
TW: republic of china|中华民国|中華民国
KR: korea płd|korea pd|korea płd.|korea południowa|corée du sud|corea del sur|corea del sud|coreia do sul|республика корея|южная корея|r korea|republic of korea (rok)|大韓民国（韓国）|south korea|rep of korea|r of korea|s korea|rep korea|korea rep|korea rep of|korea south|republik korea|südkoreanisch|south korean|korea|corée|corea|koreja|korean|韩|南韩|南朝鲜|大韩民国|韩国|한국|남한|대한민국
KP: korea płn|korea północna|corée du nord|corea del norte|coreia do norte|северная корея|кндр|朝鲜|north korea|n korea|korea dem rep|dprk|korea dem people's rep|korea dpr|korea north|democratic people's republic of korea|volksrepublik korea|demokratische volksrepublik korea|people's republic of korea|dvr korea|kdvr|rpdc|北韩|朝鲜民主主义人民共和国|북한
RU: russian federation|russische föderation|fédération de russie|federazione russa|federación de rusia|federación rusa|federação russa|russische federatie|federacja rosyjska|ruská federace|orosz föderáció|露|러시아연방|俄|俄联邦|russland
VA: vatican city
VI: united states virgin islands
TR: türkiye cumhuriyeti|トルコ共和国|튀르키예|土耳其共和国|turkiye|türkei|turkish
SK: slovak republic|slowakische republik|slowak republik|république slovaque|slovak rep
SY: syrian arab republic
IR: persien|perse|persja|persië|персия|ペルシア|ペルシャ|波斯|persia|islamic republic of iran
GE: abkhazia|south ossetia
XK: republic of kosovo
CN: çin halk cumhuriyeti|çhc|vr china|中|prch|v r china|volksrepublik china|china vr|china volksrepublik|china pr|pr china|pr of china|people's republic of china|république populaire de chine|rp chine|rp de chine|república popular china|república popular de china|rp china|repubblica popolare cinese|rpc|chinese|mainland china|chrl|chińska republika ludowa|кнр|китайская народная республика|中华人民共和国|中国大陆|中华|中國大陸|중화인민공화국|中華人民共和国
GB: ingiltere|birleşik krallık|uk|u k|great britain|britain|british|england|english|gross britannien|grossbritannien|gr britannien|vereinigtes königreich von großbritannien|united kingdom of great britain and northern ireland|grande bretagne|royaume uni|gran bretaña|gran bretagna|inghilterra|angleterre|inglaterra|england uk|wielka brytania|wlk brytania|anglia|velká británie|anglie|groot brittannië|storbritannien|великобритания|англия|英|英国|大英|大不列颠|大不列颠及北爱尔兰联合王国|联合王国|イギリス|英國|영국
US: abd|amerika birleşik devletleri|estados unidos de américa|us|u s|usa|u s a|united states of america|united states|america|american|amerika|vereinigte staaten|ver staaten|vereinigte staaten von amerika|états unis|états unis d'amérique|etats unis|eeuu|ee uu|estados unidos|stati uniti d'america|eua|stany zjednoczone|сша|米|соединённые штаты америки|美|美利坚合众国|米国|アメリカ|미국
CZ: czech rep|czech|tschech republik|tschechische republik|tschechei|république tchèque|rép tchèque|república checa|rep checa|repubblica ceca|rep ceca|republika czeska|česká republika|čr|чехия|捷克共和国
DE: german|germany frg|federal republic of germany|bundesrepublik deutschland|brd|rfa|德|独|west germany|east germany|w germany|e germany|germany west|germany east|德意志联邦共和国|ドイツ連邦共和国|德意志|독일
FR: french|französische republik|république française|法|仏|法兰西|法兰西共和国|佛国
IT: italian|repubblica italiana|意|意国
ES: spanish|reino de españa|西班牙王国
NL: niderlandy|holland (nl)|hollanda|holandija|нидерланды|голландия|네덜란드|dutch|holland|the netherlands|niederl|nederland|pays bas|kingdom of the netherlands|hollande|olanda|holandia|holandsko|荷
CH: swiss|schweizerische eidgenossenschaft|suisse|swiss confederation|瑞士联邦
AT: austrian|österr|oesterreich|republik österreich|autrichien|österreichisch
BE: belgian|belgisch|belge
PT: portuguese|葡
BR: brazilian|brasilianisch|brésilien|brasileiro|brasileño
MX: mexican|mexikanisch|mexicain|mexicano|united mexican states|墨西哥合众国
AR: argentinian|argentine|argentinisch|argentinien
CA: canadian|kanadisch|canadien|canadiense
AU: australian|australisch|australien|aust|commonwealth of australia|豪|豪州|濠洲|澳|澳洲|호주
NZ: new zealander|neuseeland|n zealand|nz|aotearoa|紐西蘭|新西兰|纽西兰
ZA: south african|südafrika|südafrik republik|rep of south africa|republic of south africa|rsa|s africa|sth africa|南ア|남아공|남아프리카공화국|南非共和国
IN: indian|indisch|indien|bharat
JP: japan nippon|nippon|nihon|日|日本国
EG: egyptian|ägyptisch|arab republic of egypt|阿拉伯埃及共和国
AE: uae|u a e|united arab emirates|vae|v a e|ver arab emirate|vereinigte arabische emirate|émirats arabes unis|eau|emiratos árabes|emiratos árabes unidos|阿联酋
SA: saudi|saudi arabian|ksa|saudi arabien|kingdom of saudi arabia|沙特
DO: dominican rep|dominican republic|dom rep|dominik republik|dominikanische republik|rep dominicana|república dominicana|rép dominicaine
CF: central african rep|car|zentralafrik republik|中非
HK: hong kong|hongkong|hk|香港特别行政区|中国香港
MO: macao|macau|澳门特别行政区|中国澳门
VN: vietnamese|viet nam|vietnam sr|socialist republic of vietnam|越南社会主义共和国
LA: lao pdr|lao people's democratic republic|laos pdr
PG: png|papua neuguinea
BY: belarus|weißrussland|weissrussland|biélorussie|bielorussia|bielorrusia|белоруссия|白俄罗斯共和国
UA: ukrainian|ukrajina
KG: kirgistan|kirgisistan|kirgisien|kirghizie|kirghizistan|kyrgyz republic|kyrgyz rep|kirgisische republik|吉尔吉斯
KZ: kasachstan|kazachstan|哈萨克
UZ: usbekistan|乌兹别克
TJ: tadschikistan|塔吉克
TM: turkmenien
BD: bangladesch
PH: filipino|philippine|the philippines
TH: thai|泰王国
MY: malaysian|大马
ID: indonesian
LK: ceylon sri lanka
TZ: tansania
DZ: people's democratic republic of algeria
HR: croatian|republik kroatien|kroatisch
SI: slovenian|republik slowenien
BG: bulgarian
RO: romanian|rumänien|roumanie
HU: hungarian
PL: polish|rzeczpospolita polska|republik polen|rp polska
CL: chilean
PE: peruvian
CO: colombian|kolumbien
CU: cuban|kuba
MA: moroccan|marokko
TN: tunisian|tunesien
IL: israeli
AL: shqipëria|shqiperia
GE: gürcistan
`);

/** The sign that vehicles bear abroad, in capitals, where it is not the code itself; those that mean a state as well (FL) or two countries are left out. */
export const vehicleSigns = new Map(
  'A AT,B BE,D DE,E ES,F FR,H HU,I IT,J JP,L LU,M MT,N NO,P PT,S SE,V VA,CDN CA,SLO SI,EST EE,ROK KR,RKS XK,RCH CL,RUS RU,EAK KE,EAT TZ,EAU UG,NMK MK,IRL IE,FIN FI,UK GB,BRD DE'
    .split(',')
    .map((entry): [string, string] => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
);
