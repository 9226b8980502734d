// The words for classes and states of ties as people write them, in English and Chinese.
import { foldWord, wordTable } from '#reading/words.ts';
import type { StandardClass, Status } from './attributes.ts';

const classWords: Readonly<Record<StandardClass, string>> = {
  sister_city:
    'sister city|sister cities|sister|sister city agreement|twin|twins|twinned|twin city|twin cities|twin town|twin towns|twinning|town twinning|twinning agreement|partnerstadt|städtepartnerschaft|partnerschaft|partnerschaftsvertrag|partnergemeinde|ville jumelée|jumelage|jumelée|ville jumelle|ciudad hermana|hermanamiento|hermanada|gemellaggio|città gemellata|geminação|cidade irmã|zusterstad|stedenband|miasto partnerskie|partnerstwo|umowa partnerska|partnerské město|partnerství|vänort|город побратим|побратим|姉妹都市|姉妹都市提携|姉妹都市縁組|姉妹提携|hermanamiento de ciudades|acordo de geminação|umowa partnerska|partnerská smlouva|vänortsavtal|vennskapsby|venskabsby|ystävyyskaupunki|testvérváros|kardeş şehir|kardes sehir|oraș înfrățit|înfrățire|bratimljeni grad|grad pobratim|побратимы|побратимство|місто побратим|побратимські відносини|thành phố kết nghĩa|자매도시|자매결연|자매결연도시|자매도시결연|国际友好城市|友好城市|友城|友好城市关系|姊妹城市|姊妹市',
  friendly_exchange:
    'friendly exchange|friendly exchange city|friendship city|friend city|friendship cities|exchange city|friendship|friendship agreement|friendship link|friendship pact|städtefreundschaft|freundschaft|freundschaftsvertrag|freundschaftsabkommen|freundschaftserklärung|befreundete stadt|pacte d’amitié|accord d’amitié|ville amie|amitié|ciudad amiga|amistad|patto d’amicizia|patto di amicizia|accordo di amicizia|città amica|convenio de amistad|acuerdo de amistad|acordo de amizade|cidade amiga|vriendschapsband|umowa o przyjaźni|договор о дружбе|dostluk şehri|miasto zaprzyjaźnione|友好都市|友好交流都市|友好協力都市|友好提携|우호도시|우호협력도시|우호교류도시|우호결연|우호협력|友好交流城市|友好合作城市|友好合作交流城市|友好交流|友好交流关系|友好交流关系城市|交流城市',
  friendly_district: 'friendly district|district|sister district|友好城区|友好区|友好区县|友好区域',
  project_partnership:
    'project partnership|partnership|project|partner city|projektpartnerschaft|projekt|partenariat de projet|合作伙伴|项目合作|项目合作伙伴|合作伙伴城市|项目伙伴',
};

const statusWords: Readonly<Record<Status, string>> = {
  proposed: 'proposed|planned|geplant|in vorbereitung|en projet|planowane|planowana|予定|under discussion|拟建|拟结好|筹建|洽谈中',
  active:
    'active|alive|ongoing|current|aktiv|aktiva|laufend|besteht|actif|active|en cours|en vigueur|activo|activa|vigente|attivo|attiva|ativo|actief|aktywne|aktywna|aktywny|aktivní|активно|действует|交流中|継続中|継続|활동중|교류중|진행중|在效|有效|活跃|正常|活跃中',
  quiet:
    'quiet|dormant|inactive|sleeping|ruht|ruhend|inaktiv|schläft|eingeschlafen|en sommeil|inactif|inactive|inactivo|inactiva|inattivo|slapend|nieaktywne|nieaktywna|nieaktywny|uśpione|休眠|交流なし|交流休止|휴면|暂无往来|近期无往来|无往来|沉寂|不活跃|停滞',
  suspended:
    'suspended|paused|on hold|ausgesetzt|suspendiert|eingefroren|suspendu|suspendue|suspendido|suspendida|sospeso|sospesa|opgeschort|zawieszone|zawieszona|zawieszony|pozastaveno|приостановлено|приостановлен|休止|休止中|中断|中断中|停止|停止中|중단|중지|보류|中止|暂停|冻结',
  ended:
    'ended|terminated|over|closed|dissolved|beendet|aufgelöst|gekündigt|erloschen|rompu|rompue|terminé|terminée|résilié|dissous|terminado|terminada|finalizado|finito|terminato|cessato|concluso|conclusa|beëindigd|zakończone|zakończona|zakończony|rozwiązane|rozwiązana|ukončeno|прекращено|расторгнуто|解消|終了|해지|종료|解除|已解除|终止|结束|已终止|已结束',
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
    /^(?:mou|loi|memorandum|letter of intent|absichtserklärung|protocole?|list intencyjny|备忘录|合作备忘录|意向书|覚書)|(?:twin|sister|partner|friend|freundschaft|jumel|herman|gemell|agreement|cooperation|kooperation|coopération|współprac|都市提携|友好|姊妹|姉妹|合作|协议)/iu.test(
      word,
    ));

/** A word and what stands in brackets behind it: `'twin (suspended 2022)'`. */
export function withoutBracket(text: string): readonly [word: string, inside: string] {
  const [, word = text, inside = ''] = /^(.+?)\s*[(（]\s*([^()（）]+?)\s*[)）]$/u.exec(text) ?? [];
  return [word, inside];
}

export const statusOfWord: (word: string) => Status | null = wordTable(statusWords);

/** The state that a phrase names with a year beside it: "ended 2014", "2014年终止"; null where it is a word alone or names none. */
export const statusInPhrase = (phrase: string): Status | null => {
  const words = phrase.replace(/(?:\b(?:in|since)\s+)?\d{4}(?:-\d{2}){0,2}年?/g, '');
  return words === phrase ? null : statusOfWord(words);
};
