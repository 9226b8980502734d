// Which column of a pasted sheet is what, by the words of its head in many languages.
import { headTable } from '#reading/heads.ts';

/** What a column of a pasted sheet is taken for; `ignored` ones are recognised but not ours to enter. */
export const columnMeanings = [
  'city',
  'code',
  'country',
  'region',
  'class',
  'since',
  'until',
  'status',
  'source',
  'note',
  'extra',
  'ignored',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

const heads: Readonly<Record<Exclude<ColumnMeaning, 'extra'>, string>> = {
  city: 'city|ville ou collectivité|collectivité|collectivité partenaire|提携自治体名|提携自治体|提携都市|提携都市名|自治体名|相手都市|友好提携先|상대도시|교류도시|자매우호도시|해외도시|ciudad socia|ciudad asociada|cidade parceira|cidade geminada|zusterstad|gemeente|kaupunki|şehir|sehir|kent|πόλη|град|побратим|المدينة|مدينة|city name in english|partner city|partner cities|sister cities|sister city name|partner|sister city|twin city|town|municipality|name|name of city|city name|sister|twin|partner town|foreign city|twinned administrative body|partnerstadt|stadt|gemeinde|partnergemeinde|ort|ville|ville jumelée|ville partenaire|commune|ciudad|ciudad hermana|ciudad hermanada|municipio|città|città gemellata|comune|cidade|cidade irmã|stad|zusterstad|partnerstad|miasto|miasto partnerskie|město|partnerské město|vänort|vennskapsby|venskabsby|ystävyyskaupunki|testvérváros|kardeş şehir|oraș înfrățit|bratimljeni grad|місто|місто побратим|partnerstädte|villes jumelées|ciudades hermanas|cidades irmãs|gemellaggi|город|город побратим|姉妹都市|姊妹市|姊妹城市|姐妹城市|姐妹市|友好都市|都市|提携先|자매도시|도시|도시명|결연도시|城市|城市名|友城|友好城市|对方城市|外方城市|结好城市|城市名称|名称|友城名称|国外城市',
  code: 'code|city code|address|wikidata|wikidata id|wikidata item|wikidata number|qid|维基数据|维基数据编号|代码|城市代码|地址名',
  country:
    'country|国别地区|ülke adı|χώρα|الدولة|البلد|دولة|zeme|country or region|nation|land|staat|partnerland|pays|país|pais|paese|stato|kraj|země|ország|ülke|țara|država|maa|країна|страна|国|国名|国地域|国籍|相手国|국가명|나라|국가|国家|国别|国家地区|国家或地区|所在国|所在国家',
  region:
    'state province|state prov|province|province state|prov|prefecture|département|departement|region|région|regione|región|bundesland|województwo|voivodeship|kanton|canton|都道府県|州省|省州|省份|州|주|область|штат|il|eyalet',
  class:
    'class|nature de l’accord|nature de l accord|nature de la relation|type d’accord|type de relation|charakter umowy|charakter|charakter współpracy|rodzaj współpracy|rodzaj partnerstwa|tür|türü|anlaşma türü|ilişki türü|typ av avtal|avtalstyp|提携形態|提携の種類|提携種別|交流区分|관계|관계구분|결연형태|관계유형|교류형태|교류구분|вид|тип|форма|тип отношений|tip|tip acord|típus|tyyppi|είδος|τύπος|نوع|نوع العلاقة|type|kind|category|relation|relationship|type of link|type of tie|type of relationship|type of agreement|type of partnership|agreement type|art|art der partnerschaft|art der beziehung|form|form der partnerschaft|partnerschaftsform|typ|kategorie|nature|nature du lien|type de lien|type de partenariat|tipo|tipo de relación|tipologia|forma|forma współpracy|rodzaj|rodzaj umowy|druh|種別|区分|提携区分|種類|関係|구분|유형|종류|결연구분|tipo di accordo|tipo di rapporto|tipo de acuerdo|accordo|结好类型|友城类型|友城类别|类别|类型|关系类型|关系类别|性质',
  since:
    'since|est|estd|established in|year established|year of agreement|data|date of twinning|twinning date|since year|signé|signé le|signée le|conclu le|date de conclusion|date d’accord|date du partenariat|data de assinatura|assinado em|firmado|firmado el|fecha del acuerdo|fecha convenio|unterzeichnet am|seit jahr|abschluss|beschluss|dato|datum|päivämäärä|alkaen|solmittu|kuupäev|datums|dátum|kelte|tarih|imza tarihi|kuruluş|kuruluş yılı|дата подписания|год подписания|дата підписання|рік підписання|дата на подписване|ημερομηνία|έτος|سنة|التاريخ|تاريخ التوقيع|tanggal|結好年月日|結縁日|締結年|提携開始|협약일|협약체결일|결연시기|체결시기|자매결연일자|우호결연일|缔约年份|结好日|结好年月|建立友城关系时间|缔结友好关系时间|twinned since|partner since|vertrag|vertragsabschluss|unterzeichnung|unterzeichnet|gründung|gründungsjahr|data podpisania|data umowy|rok podpisania|rok nawiązania|提携日|締結年月日|提携年度|盟約締結日|established|date|start time|point in time|founded|signed|date signed|signing date|date of signing|date of agreement|agreement date|date established|start|start date|year|year signed|jahr|seit|partnerschaft seit|partnerschaft|beginn|beginn der partnerschaft|gegründet|année|annee|depuis|date de signature|fecha de hermanamiento|data de geminação|vuosi|år|évszám|yıl|anul|godina|рік|date du jumelage|année de jumelage|año|fecha|fecha de firma|desde|anno|dal|data della firma|data di firma|data firma|anno di firma|data del gemellaggio|anno di gemellaggio|firmato|data do acordo|ano|jaar|sinds|rok|год|дата|с|提携年|提携年月日|締結年|締結日|체결일|체결일자|체결연도|체결년도|결연일|결연일자|결연연도|결연년도|자매결연일|연도|建立日期|建立时间|结好时间|结好年份|结为友城时间|签署时间|签约时间|签字时间|签订时间|签订日期|缔约时间|缔约日期|建交时间|结好日期|缔结时间|缔结日期|签约日期|签署日期|日期|时间|年份',
  until:
    'until|解消年|解消年月日|ended|end|end date|ende|bis|beendet|fin|hasta|fine|koniec|date ended|terminated|till|expired|ended on|终止日期|终止时间|结束日期|结束时间|终止|结束',
  status:
    'status|situação|estado atual|situation|durum|durumu|állapot|tila|läge|stare|stav spolupráce|статус отношений|стан|κατάσταση|الحالة|場況|交流状況|현황|운영현황|진행상황|现况|往来情况|交往情况|状况|our status|state|zustand|stand|sachstand|statut|état|estado|situación|situazione|stato attuale|stan|stav|статус|状況|現況|상태|we say|current status|状态|我方状态|我方|现状|目前状态|关系状态',
  source: 'source|sources|reference|references|quelle|fuente|fonte|źródło|источник|出典|来源|出处|依据|资料来源',
  note: 'note|obs|observações|observacoes|açıklama|açıklamalar|megjegyzés|huomautus|anmärkning|merknad|poznámka|mențiuni|примітка|σημειώσεις|ملاحظات|notes|remark|remarks|bemerkung|bemerkungen|anmerkung|remarque|remarques|observaciones|uwagi|примечание|備考|비고|note aggiuntive|osservazioni|comment|comments|observations|备注|说明|注|附注|其他',
  ignored:
    'no|s no|sıra|sıra no|stt|nro|nr crt|sor szám|redni broj|rb|α α|م|nr|number|#|s/n|n°|nº|núm|lp|l p|poř|č|п/п|№|lfd nr|laufende nummer|연번|순번|번호|番号|番號|連番|通し番号|项目序号|顺序号|serial|serial no|row|they say|domains|last exchange|next due|next date|visibility|序号|编号|对方|领域|最近交流|下一事项|下一日期|可见范围',
};

/** What a head names; null where it is no head that we know. */
export const headMeaning: (head: string) => ColumnMeaning | null = headTable<Exclude<ColumnMeaning, 'extra'>>(heads);
