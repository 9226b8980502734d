// What people write where they know less than a date: a decade, one of two years, a season or a quarter, how long ago.

/** 1992/3, 1992-93, 92/93, "1990 or 1991": one of two years, or the month; 2009-10 is a month of ISO 8601. Empty for anything else. */
export function yearsOrMonth(text: string): readonly string[] {
  const [, one = '', other = ''] =
    /^((?:1[89]|20)\d\d)年? ?(?:\/|or|oder|ou|of|o|u|y|e|et|and|und|i|lub|albo|eller|veya|или|або|puis|then|或者?|または|및|또는) ?((?:1[89]|20)\d\d)年?$/u.exec(
      text,
    ) ?? [];
  if (one !== '') return Number(one) < Number(other) ? [one, other] : [];
  const [, century = '', first = '', mark = '', second = ''] = /^(\d{2})?(\d{2}) ?([-/–]) ?(\d{4}|\d{1,2})$/.exec(text) ?? [];
  if (first === '' || (century === '' && second.length !== 2)) return [];
  // 1989/91 is no month.
  if (century !== '' && second.length === 2 && Number(second) > 12 && Number(second) > Number(first) + 1)
    return [century + first, century + second];
  const begin = Number(`${century === '' ? (Number(first) > 49 ? '19' : '20') : century}${first}`);
  if ((begin + 1) % 10 ** second.length !== Number(second)) return [];
  const isIso = mark === '-' && second.length === 2 && century !== '' && Number(second) <= 12;
  const month = second.length <= 2 && Number(second) <= 12 && Number(second) > 0 && century !== '';
  return isIso ? [] : [String(begin), String(begin + 1), ...(month ? [`${String(begin)}-${second.padStart(2, '0')}`] : [])];
}

const DIGITS = '〇一二三四五六七八九';
const OF_DECADE =
  '(?:the |les |los |gli |ann[ee]es |anos |a[nñ]os |anni |lata |latach |decad[ae] (?:de |degli )?|dekade |early |mid[ -]?|late |middle of |pocz\\.? |poczatek |koniec |polowa |anfang (?:der )?|ende (?:der )?|mitte (?:der )?|debut (?:des )?|fin (?:des )?|in(?:izi|icio)s? (?:degli |de (?:los )?)?)*';

/** 1980s, '80s, 1980er, années 1980, lata 80., 八十年代, 1970年代後半: the first year of a decade; null for anything else. */
export function decadeIn(text: string): number | null {
  const han = text
    .replace(/^(?:上个?世纪|20世纪|二十世纪|20世紀)/, '')
    .replace(/^([二三四五六七八九])十年代/, (_, ten: string) => `${String(DIGITS.indexOf(ten))}0年代`)
    .replace(/(?<=年代|年대|년대) ?(?:[初中末]|[前中后後]期|[前后後]半|초|초반|중반|후반|말)$/u, '');
  const [, year = '', short = ''] =
    new RegExp(
      `^${OF_DECADE}(?:(1[89]\\d0|20\\d0)|'?(\\d0))(?:['’]?s|er(?:[ -]jahren?)?|['’]?an|-?tal(?:et)?|-e|['’]?l[ae]r(?:[ıi])?|-х(?: год\\p{L}*)?|[년年]대|年代|\\.)$`,
      'u',
    ).exec(han) ??
    new RegExp(`^(?=\\p{L})(?!(?:the |early |mid[ -]?|late )*(?:1[89]|20)\\d0$)${OF_DECADE}(?:(1[89]\\d0|20\\d0)|'?(\\d0))\\.?$`, 'u').exec(
      han,
    ) ??
    [];
  if (year === '' && short === '') return null;
  return Number(year === '' ? `${Number(short) > 20 ? '19' : '20'}${short}` : year);
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Seasons, quarters, halves and ends of a year, without accents; which months they are differs, so that of them the year alone is offered. */
const PARTS =
  words(`spring summer autumn fall winter fruhjahr fruhling sommer herbst printemps ete automne hiver primavera verano otono invierno
  verao outono inverno estate autunno inverno wiosna lato jesien zima jaro leto podzim tavasz nyar osz tel voorjaar lente zomer najaar herfst
  sommar host vinter var hosten varen ilkbahar bahar yaz sonbahar guz kis kıs proljece ljeto jesen весна лето осень зима весной летом осенью зимой
  літо осінь 봄 여름 가을 겨울
  quarter quartal quartaal trimestre trimester kwartal kwartał kw kw. ctvrtleti квартал trim trim. q1 q2 q3 q4 t1 t2 t3 t4 1q 2q 3q 4q h1 h2 s1 s2 fy ay
  half halbjahr semestre poł poł. semester semestr pol pol. polowa połowa pololeti
  early mid late beginning start middle end anfang mitte ende beginn debut milieu courant fin inicio inicios principios mediados finales fines
  comienzos inizio meta fine inizi pocz pocz. poczatek początek koniec zacatek konec начало начале середина середине конец конце begin eind
  slutet mitten borjan bası sonu ortası ortaları baharı yazı guzu kısı yarısı ceyrek ceyregi 초 말 상반기 하반기
  春 夏 秋 冬 春季 夏季 秋季 冬季 春天 夏天 秋天 冬天 初 底 末 中 头 上半 下半 上半年 下半年 前半 後半 年初 年底 年末 年中 年度
  第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 第1四半期 第2四半期 第3四半期 第4四半期 第1季度 第2季度 第3季度 第4季度`);
const BESIDE = words(
  'of de del des du di do der the in le la el il i ii iii iv 1 2 3 4 1. 2. 3. 4. 1st 2nd 3rd 4th first second third fourth year',
);

/** `'autumn 1990'`, `'Q3 2011'`, `'Ende 1994'`, `'2018年初'`: the year; null for anything else. */
export function yearOfPart(text: string): string | null {
  const years = [...text.matchAll(/(?<!\d)(?:1[89]|20)\d\d(?!\d)年?/gu)];
  const [found] = years;
  if (found === undefined || years.length > 1) return null;
  const rest = text
    .replace(found[0], ' ')
    .split(/[\s,/’'-]+/u)
    .filter((word) => word !== '');
  const isPart = rest.every((word) => PARTS.has(word) || BESIDE.has(word)) && rest.some((word) => PARTS.has(word));
  return isPart ? found[0].slice(0, 4) : null;
}

/** `'nearly 40 years'`, `'近40年'`, `'20 Jahre'`: how many; null for anything else. 80年 alone is a year without its century. */
export function yearsAgo(text: string): number | null {
  const [, han] = /^(?:将近|近|逾|超过|已有?)\s*(\d{1,3})\s*(?:余|多)?\s*(?:年|个年头)$/u.exec(text) ?? [];
  const [, words] =
    /^(?:(?:for|since|over|more than|nearly|almost|about|around|some|c\.|ca\.|circa|~|seit|uber|fast|etwa|rund|depuis|plus de|pres de|environ|hace|desde hace|mas de|casi|da|oltre|quasi|od|ponad|prawie|okolo)\s*)*(\d{1,3})\+?\s*(?:years?|yrs?|jahren?|ans|anos|anni|lat|let|jaar|ar|yıl|yıldır|лет|년)(?:\s*(?:ago|назад|temu|fa|전))?$/u.exec(
      text,
    ) ?? [];
  const counted = Number(han ?? words ?? 0);
  return counted === 0 || counted > 200 ? null : counted;
}
