// Names of cities in Chinese, Japanese and Korean as lists write them and the gazetteer has them not.
import { fold } from '#kernel/fold.ts';

/** `country name: other name|other name`; the name is the gazetteer's. */
const table = `
LK Colombo: 科伦坡
RU Khabarovsk: 哈巴罗夫斯克
RU Nizhniy Novgorod: 下诺夫哥罗德|ニジニ・ノヴゴロド|ニジニノヴゴロド|니즈니노브고로드
RU Vladivostok: 符拉迪沃斯托克
RU Novosibirsk: ノボシビルスク
RU Krasnoyarsk: 克拉斯诺亚尔斯克|クラスノヤルスク
RU Volgograd: ボルゴグラード
PT Porto: 波尔图|포르투
PT Coimbra: 코임브라
PT Faro: 法鲁|ファロ|파루
US Sacramento: 萨克拉门托
US Phoenix: 菲尼克斯
US Pittsburgh: 匹兹堡|ピッツバーグ|피츠버그
US Honolulu: 火奴鲁鲁
US Albuquerque: 阿尔伯克基
US Oklahoma City: 俄克拉何马城
US Buffalo: 布法罗
US Gary: ゲーリー
CU Santiago de Cuba: 圣地亚哥|古巴圣地亚哥|サンティアゴ
JM Kingston: 金斯敦
VE Caracas: 加拉加斯
NZ Dunedin: 达尼丁|ダニーデン|더니든
EG Alexandria: 亚历山大|アレキサンドリア
AE Sharjah: 沙迦|シャルジャ
BG Kazanlak: 卡赞勒克|カザンラク|카잔루크
BG Sofia: 索非亚
BG Varna: バルナ
MY George Town: 槟城|ペナン|페낭
MY Malacca: 말라카
MY Kota Kinabalu: 哥打基纳巴卢
CV Praia: 普拉亚
KR Daegu: テグ
KR Busan: プサン
KR Incheon: インチョン
KR Gwangju: クァンジュ
KR Daejeon: テジョン
KR Jeonju: チョンジュ
KR Suwon: スウォン
KR Ulsan: ウルサン
KR Pohang: 浦项|ポハン|浦項
KR Mokpo: 木浦|モッポ|木浦
KR Gimhae: 金海|キメ|金海
PH Quezon City: 奎松|ケソン|케손시티
PH Cebu City: 宿务|セブ
TH Chiang Mai: チェンマイ
TH Phuket: プーケット
TH Khon Kaen: コーンケン
IR Isfahan: イスファハン|イスファハーン
IR Shiraz: シラーズ
UA Odesa: オデーサ
UA Kyiv: キエフ|키이우
UA Kharkiv: ハルキウ|하리코프
UA Dnipro: 第聂伯罗|第聂伯罗彼得罗夫斯克|ドニプロ|드니프로
BE Gent: ゲント|겐트
BE Antwerpen: 앤트워프
BE Brugge: 布鲁日|ブルージュ
AT Vienna: ウィーン
CH Lausanne: 로잔
CH Lucerne: 琉森
CH Genève: ジュネーブ
DK Århus: 오르후스
SE Göteborg: イェーテボリ
SE Malmö: 말뫼
NO Stavanger: 斯塔万格|スタバンゲル|스타방에르
FI Espoo: 에스포
FI Kotka: 코트카
IS Reykjavík: レイキャビク
CZ Pilsen: 皮尔森
SK Bratislava: ブラチスラバ
RO Cluj-Napoca: 克卢日|クルージュ
RO Braşov: 布拉索夫|ブラショヴ
RO Timişoara: 蒂米什瓦拉
RS Novi Sad: 诺维萨德|ノビサド
RS Niš: 尼什|ニシュ|니시
HR Rijeka: 里耶卡|리예카
SI Maribor: 마리보르
BA Sarajevo: サラエボ
LT Vilnius: ビリニュス
LT Kaunas: 考纳斯
EE Tartu: 塔尔图
BY Vitebsk: 维帖布斯克|ヴィツェプスク|비텝스크
BY Gomel: ゴメリ|고멜
AM Yerevan: 埃里温
KZ Almaty: アルマティ
KZ Astana: 努尔苏丹
UZ Tashkent: タシケント
KP Chongjin: チョンジン
KP Hamhŭng: ハムフン
KP Wŏnsan: ウォンサン
KP Namp’o: 南浦|ナムポ|南浦
VN Haiphong: 하이퐁
LA Vientiane: ビエンチャン
ID Denpasar: 登巴萨
NP Kathmandu: カトマンドゥ
NP Pokhara: 博卡拉
IN Kolkata: カルカッタ
IN Mumbai: ボンベイ
IN Chennai: 钦奈
IN Bengaluru: ベンガルール
IN Ahmedabad: アーメダバード
IN Hyderābād: 海德拉巴|하이데라바드
TR İzmir: 이즈미르
TR Mersin: 梅尔辛|メルスィン|メルシン|메르신
GR Thessaloníki: 테살로니키
SA Jeddah: ジェッダ
MA Marrakesh: 마라케시
ET Addis Ababa: 亚的斯亚贝巴
RW Kigali: 基加利
NG Lagos: 拉各斯
ZA Port Elizabeth: 伊丽莎白港
AU Wollongong: ウーロンゴン
CA Halifax: 哈利法克斯|ハリファックス|핼리팩스
DO Santo Domingo: 圣多明各|サントドミンゴ
PA Panamá: パナマ市
CR San José: 圣何塞
GT Guatemala City: 危地马拉城
PE Trujillo: トルヒーヨ
BO Santa Cruz de la Sierra: 圣克鲁斯|산타크루스
BR Curitiba: 库里蒂巴
BR Manaus: 마나우스
FR Nantes: 낭트
FR Nancy: 南锡|낭시
FR Le Havre: ルアーブル
DE Freiburg: 弗赖堡|프라이부르크
DE Hannover: ハノーバー
NL The Hague: ハーグ
ES Sevilla: セビージャ
IT Genoa: ジェノバ
IT Verona: ベローナ
IT Pisa: 피사
IT Siena: 锡耶纳|シエナ|시에나
IT Bergamo: 贝加莫|베르가모
IT Modena: 摩德纳|모데나
IT Livorno: 里窝那|리보르노
GB Cardiff: 卡迪夫
GB Coventry: コベントリー
GB Nottingham: 노팅엄
GB Swansea: スウォンジー
IE Limerick: 利默里克|리머릭
MT Valletta: 瓦莱塔|バレッタ|발레타
`;

const byName = new Map<string, { readonly country: string; readonly name: string }[]>();
for (const line of table.trim().split('\n')) {
  const [, country = '', name = '', words = ''] = /^([A-Z]{2}) (.+?): (.+)$/.exec(line) ?? [];
  for (const word of words.split('|')) byName.set(fold(word), [...(byName.get(fold(word)) ?? []), { country, name }]);
}

/** What the gazetteer calls a city of one of these countries that a list writes so: `'科伦坡'` of Sri Lanka is Colombo. Without a country nothing: several may be called so. */
export const gazetteerNamesOf = (written: string, countries: readonly string[]): readonly string[] =>
  (byName.get(fold(written.trim())) ?? []).filter(({ country }) => countries.includes(country)).map(({ name }) => name);
