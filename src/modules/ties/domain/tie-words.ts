// The words for classes and states of ties as people write them, in English and Chinese.
import { monthsOf } from '#reading/month-names.ts';
import { foldWord, wordTable } from '#reading/words.ts';
import type { StandardClass, Status } from './attributes.ts';

const classWords: Readonly<Record<StandardClass, string>> = {
  sister_city:
    'sister city relationship|twin town agreement|town twinning agreement|αδελφοποίηση|αδελφοποιημένη πόλη|توأمة|مدينة توأم|binjakëzim|qytet i binjakëzuar|побратимство городов|города побратимы|город-побратим|място побратим|kota kembar|sister province|姉妹提携都市|姉妹県州|자매|자매시|자매결연지|友好省州|国际友城|友好城市（国际友城）|友好城市关系（友城）|sister city|sister cities|sister|sister city agreement|twin|twins|twinned|twin city|twin cities|twin town|twin towns|twinning|town twinning|twinning agreement|partnerstadt|städtepartnerschaft|partnerschaft|partnerschaftsvertrag|partnergemeinde|ville jumelée|jumelage|jumelée|ville jumelle|ciudad hermana|hermanamiento|hermanada|gemellaggio|città gemellata|geminação|cidade irmã|zusterstad|stedenband|miasto partnerskie|partnerstwo|umowa partnerska|partnerské město|partnerství|vänort|город побратим|побратим|姉妹都市|姉妹都市提携|姉妹都市縁組|姉妹提携|hermanamiento de ciudades|acordo de geminação|umowa partnerska|partnerská smlouva|vänortsavtal|vennskapsby|venskabsby|ystävyyskaupunki|testvérváros|kardeş şehir|kardes sehir|oraș înfrățit|înfrățire|bratimljeni grad|grad pobratim|побратимы|побратимство|місто побратим|побратимські відносини|thành phố kết nghĩa|자매도시|자매결연|자매결연도시|자매도시결연|国际友好城市|友好城市|友城|友好城市关系|姊妹城市|姊妹市|姐妹城市|姐妹市|姐妹城|姐妹友好城市|姐妹城市关系|姐妹州|姐妹省|兄弟城市',
  friendly_exchange:
    'friendly exchange|friendly exchange city|friendship city|friend city|friendship cities|exchange city|friendship|friendship agreement|friendship link|friendship pact|städtefreundschaft|freundschaft|freundschaftsvertrag|freundschaftsabkommen|freundschaftserklärung|befreundete stadt|pacte d’amitié|accord d’amitié|ville amie|amitié|ciudad amiga|amistad|patto d’amicizia|patto di amicizia|accordo di amicizia|città amica|convenio de amistad|acuerdo de amistad|acordo de amizade|cidade amiga|vriendschapsband|umowa o przyjaźni|договор о дружбе|dostluk şehri|miasto zaprzyjaźnione|友好都市|友好交流都市|友好協力都市|友好提携|우호도시|우호협력도시|우호교류도시|우호결연|우호협력|友好交流城市|友好合作城市|友好合作交流城市|友好交流|友好交流关系|友好交流关系城市|交流城市',
  friendly_district: 'friendly district|district|sister district|友好城区|友好区|友好区县|友好区域',
  project_partnership:
    'project partnership|partnership|project|partner city|projektpartnerschaft|projekt|partenariat de projet|合作伙伴|项目合作|项目合作伙伴|合作伙伴城市|项目伙伴',
};

const statusWords: Readonly<Record<Status, string>> = {
  proposed:
    'intended|in preparation|under negotiation|in discussion|projet|previsto|prevista|proposto|proposta|navrženo|öneri|hazırlanıyor|планируется|예정|추진중|検討中|協議中|意向|意向阶段|商谈中|拟签|待签|proposed|planned|geplant|in vorbereitung|en projet|planowane|planowana|予定|under discussion|拟建|拟结好|筹建|洽谈中',
  active:
    '활발|활발히 교류|진행|교류활발|live|current and active|operational|in force|in effect|ativa|ativo|vigentes|em vigor|in vigore|w mocy|obowiązuje|aktív|aktivan|aktivno|aktivna|activ|activă|aktiivinen|voimassa|i kraft|aktif|yürürlükte|devam ediyor|действующий|действующее|активный|активна|активні|чинна|діє|ενεργή|ενεργό|σε ισχύ|نشط|نشطة|سارية|فعال|đang hoạt động|có hiệu lực|aktif berjalan|継続|活動中|활동|유지|정상|교류|正常往来|往来正常|往来密切|交往正常|正常交往|正常开展|良好|存续|active|alive|ongoing|current|aktiv|aktiva|laufend|besteht|actif|active|en cours|en vigueur|activo|activa|vigente|attivo|attiva|ativo|actief|aktywne|aktywna|aktywny|aktivní|активно|действует|交流中|継続中|継続|활동중|교류중|진행중|在效|有效|活跃|正常|活跃中',
  quiet:
    'idle|low activity|no activity|no recent activity|veille|en veille|sans activité|inativa|inativo|in letargo|non attivo|uśpiona|bierne|bierna|neaktivní|neaktivan|neaktivno|inaktív|inactivă|vilande|hvilende|lepäävä|lepotilassa|pasif|pasif durumda|неактивно|неактивный|неактивна|спящий|ανενεργή|ανενεργό|غير نشط|غير نشطة|không hoạt động|休眠中|활동없음|교류없음|미교류|长期无往来|长期未往来|往来较少|不活跃状态|休眠状态|停滞状态|quiet|dormant|inactive|sleeping|ruht|ruhend|inaktiv|schläft|eingeschlafen|en sommeil|inactif|inactive|inactivo|inactiva|inattivo|slapend|nieaktywne|nieaktywna|nieaktywny|uśpione|休眠|交流なし|交流休止|휴면|暂无往来|近期无往来|无往来|沉寂|不活跃|停滞',
  suspended:
    '일시중단|일시중지|교류중단|on hiatus|hiatus|in abeyance|frozen|suspensa|suspenso|em suspenso|pausa|w zawieszeniu|wstrzymana|pozastavená|felfüggesztve|felfüggesztett|suspendat|suspendată|obustavljeno|keskeytetty|pausad|vilandeställd|suspenderet|askıda|askıya alındı|durduruldu|приостановлена|приостановлены|приостановлены связи|призупинено|призупинена|σε αναστολή|معلق|معلقة|tạm dừng|tạm ngưng|dihentikan sementara|凍結|정지|잠정중단|已中止|已暂停|中断往来|暂停往来|suspended|paused|on hold|ausgesetzt|suspendiert|eingefroren|suspendu|suspendue|suspendido|suspendida|sospeso|sospesa|opgeschort|zawieszone|zawieszona|zawieszony|pozastaveno|приостановлено|приостановлен|休止|休止中|中断|中断中|停止|停止中|중단|중지|보류|中止|暂停|冻结',
  ended:
    'lapsed|expired|defunct|discontinued|dissolved by agreement|ausgelaufen|aufgehoben|eingestellt|échu|expiré|expirée|dénoncé|dénoncée|extinto|extinta|encerrado|encerrada|rescindido|rescindida|caducado|caducada|vencido|scaduto|scaduta|sciolto|sciolta|wygasła|wygasł|wygasło|wygasłe|rozwiązana|rozwiązany|wypowiedziana|ukončená|ukončen|zrušeno|megszűnt|megszüntetve|încetat|încetată|încheiat|prekinut|prekinuta|raskinut|ugašen|päättynyt|avslutad|avsluttet|afsluttet|opphørt|upphört|ophørt|sona erdi|sonlandırıldı|feshedildi|прекращён|прекращен|прекращена|прекращены|расторгнута|розірвано|розірвана|припинено|λήξασα|έληξε|منتهي|منتهية|ملغى|đã kết thúc|chấm dứt|berakhir|終了済|만료|失效|已失效|期满|到期|已到期|已结束关系|ended|terminated|over|closed|dissolved|beendet|aufgelöst|gekündigt|erloschen|rompu|rompue|terminé|terminée|résilié|dissous|terminado|terminada|finalizado|finito|terminato|cessato|concluso|conclusa|beëindigd|zakończone|zakończona|zakończony|rozwiązane|rozwiązana|ukončeno|прекращено|расторгнуто|解消|終了|해지|종료|解除|已解除|终止|结束|已终止|已结束',
  revived: 'revived|resumed|renewed|wiederbelebt|erneuert|relancé|relancée|reanudado|wznowione|wznowiona|再開|恢复|已恢复|重启',
};

const standardClassOf = wordTable(classWords);

/** A class of an office's own table, by all its names. */
export interface OwnClass {
  readonly code: string;
  readonly names: readonly string[];
}

/** The class a word names: the office's own classes go before the standard ones. */
export function classOfWord(word: string, own: readonly OwnClass[]): string | null {
  const folded = foldWord(word);
  const found = own.find(({ code, names }) => [code, ...names].some((name) => foldWord(name) === folded));
  return found?.code ?? standardClassOf(word);
}

/** Whether a word tells the class of a tie, be it one that has to be asked about: "MoU", "cooperation agreement". */
export const tellsClass = (word: string, own: readonly OwnClass[]): boolean =>
  classOfWord(withoutBracket(word)[0], own) !== null ||
  (word.length <= 40 &&
    /^(?:mou|loi|memorandum|letter of intent|absichtserklärung|protocole?|list intencyjny|备忘录|合作备忘录|意向书|覚書)|(?:twin|sister|partner|friend|freundschaft|jumel|herman|gemell|agreement|cooperation|kooperation|coopération|współprac|都市提携|友好|姊妹|姐妹|姉妹|合作|协议)/iu.test(
      word,
    ));

/** A word and what stands in brackets behind it: `'twin (suspended 2022)'`. */
export function withoutBracket(text: string): readonly [word: string, inside: string] {
  const [, word = text, inside = ''] = /^(.+?)\s*[(（]\s*([^()（）]+?)\s*[)）]$/u.exec(text) ?? [];
  return [word, inside];
}

export const statusOfWord: (word: string) => Status | null = wordTable(statusWords);

const BESIDE_STATE =
  /^(?:in|since|from|on|as of|of|by|seit|ab|im|am|vom|depuis|en|le|desde|el|de|dal|del|nel|sinds|op|od|w|dnia|sedan|i|fra|siden|vuodesta|с|со|в|от|з|у|від|от|r|roku|rok|г|год|года|р|року|den|beri|yılında|yıl)$/u;

/** The state that a phrase names with a date beside it: "ended 2014", "en sommeil depuis 2009", "2014年终止", "解消（平成30年）"; null where it is a word alone or names none. */
export const statusInPhrase = (phrase: string): Status | null => {
  const [outside, inside] = withoutBracket(phrase);
  if (inside !== '' && /\d/.test(inside)) return statusOfWord(outside);
  const words = phrase.replace(/(?:\b(?:in|since)\s+)?\d{4}(?:-\d{2}){0,2}年?/g, '');
  if (words === phrase) return null;
  const left = words
    .toLowerCase()
    .split(/[\s.,/]+/u)
    .filter((word) => word !== '' && !/^\d+$/.test(word) && monthsOf(word).length === 0);
  const isBeside = (word: string): boolean => BESIDE_STATE.test(word);
  const before = left.slice(0, left.findLastIndex((word) => !isBeside(word)) + 1);
  const alone = before.slice(before.findIndex((word) => !isBeside(word)));
  return statusOfWord(words) ?? statusOfWord(before.join(' ')) ?? statusOfWord(alone.join(' '));
};
