// Public outcomes as activities of IATI 2.03, one for each; what stands where and why is in docs/decisions/0078.
import { isOneOf } from '#kernel/codes.ts';
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import { chooseText, inEach, languages, writing as writingOf, type Language, type MultilingualText } from '#kernel/language.ts';
import { element, type Xml } from '#kernel/writing/markup.ts';
import { sentence } from '#kernel/sentence.ts';
import { inLanguage } from '#kernel/written-language.ts';
import type { NamedPlace } from '#modules/cities/api/name-places.ts';
import { domainsOf } from '#modules/outcomes/domain/outcome.ts';
import { iatiEn } from '../../formats/iati-text.en.ts';
import { iatiZh } from '../../formats/iati-text.zh.ts';
import { en } from '../../formats/text.en.ts';
import { zh } from '../../formats/text.zh.ts';
import type { Outcome } from './outcomes.ts';

const texts = inEach({ ...en, ...iatiEn }, { ...zh, ...iatiZh });
type Figure = Outcome['figures'][number];
type Entry = Outcome['entries'][number];
type InBoth = (language: Language) => string;
type Params = Readonly<Record<string, unknown>>;

/** Of the elements that are not IATI's own; a name, not an address. */
const NAMESPACE = 'urn:hansa:iati';

interface Writing {
  readonly origin: string;
  /** The day on which the file is made. */
  readonly today: string;
  /** Cities that may stand in a file, by address. */
  readonly places: ReadonlyMap<string, NamedPlace>;
  readonly wholes: ReadonlyMap<string, Outcome>;
  /** The public parts of each whole. */
  readonly parts: ReadonlyMap<string, readonly Outcome[]>;
}

const says =
  (key: keyof (typeof texts)['en'], params: (language: Language) => Params = () => ({})): InBoth =>
  (language) =>
    sentence(texts[language], language, key, params(language));
const word =
  (group: string, code: string): InBoth =>
  (language) =>
    sentence(texts[language], language, `reports.word_${group}_${code}`);

const narrative = (language: string, text: string): Xml => element('narrative', { 'xml:lang': language.split('-')[0] ?? 'en' }, text);
const inBoth = (text: InBoth): readonly Xml[] => languages.map((language) => narrative(language, text(language)));
const asWritten = (text: MultilingualText): readonly Xml[] => Object.entries(text).map(([tag, said]) => narrative(tag, said.text));
/** A line that may stand in two languages. */
const inHalves = (line: string): readonly Xml[] =>
  languages.every((language) => inLanguage(line, language) === line)
    ? [narrative(/\p{Script=Han}/u.test(line) ? 'zh' : 'en', line)]
    : inBoth((language) => inLanguage(line, language));

const isDisputed = ({ assurance }: Figure): boolean => assurance === 'differ' || assurance === 'withdrawn';

/** IATI wants a day where only a month or a year may be known: then the first of it, of *before 1999* the last, and the words say so. */
interface Day {
  readonly day: string;
  readonly words: InBoth | null;
}
function dayOf(date: FlexDate | null, recorded: string): Day {
  const bounds = date === null ? null : boundsOf(date);
  const day = bounds?.from ?? bounds?.to ?? null;
  if (date === null || day === null) return { day: recorded.slice(0, 10), words: says('reports.iati_no_day') };
  if (day === date.text && date.qualifier === 'exact') return { day, words: null };
  const told = (language: Language): string =>
    [...(date.qualifier === 'exact' ? [] : [word('qualifier', date.qualifier)(language)]), date.text].join(' ');
  const key = bounds?.from === null ? 'reports.iati_last_day' : 'reports.iati_day';
  return { day, words: says(key, (language) => ({ date: told(language) })) };
}

/** East of Greenwich a day begins so much earlier. */
const HOURS_AHEAD = 14;

/** The day of what was signed or paid: not after its recording, and not that of something that only begins later. */
function dayOfMoney({ valueDate, enteredAt }: Entry, occurred: FlexDate | null): Day {
  const latest = new Date(Date.parse(enteredAt) + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 10);
  const date = valueDate ?? (occurred !== null && (boundsOf(occurred).from ?? '') <= latest ? occurred : null);
  const { day, words } = dayOf(date, enteredAt);
  return { day: day > latest ? enteredAt.slice(0, 10) : day, words };
}

function figuresIn({
  amount,
  count,
  qualifier,
  countQualifier,
}: Pick<Figure, 'amount' | 'count' | 'qualifier' | 'countQualifier'>): InBoth {
  const meant = (how: string, language: Language, figure: string): string =>
    how === 'exact' ? figure : `${word('qualifier', how)(language)}${writingOf[language].blank}${figure}`;
  return (language) =>
    [
      ...(count === null ? [] : [meant(countQualifier, language, count)]),
      ...(amount === null ? [] : [meant(qualifier, language, `${amount.currency} ${amount.value}`)]),
    ].join('; ');
}

/** What came or took part is not realised: its count names of what it is. */
function figureWords(figure: Figure, counted: Outcome['counted']): InBoth {
  const { stage, assurance, amount, count } = figure;
  const named = (language: Language) => ({ stage: word('stage', stage)(language), assurance: word('assurance', assurance)(language) });
  if (isDisputed(figure)) return says('reports.iati_disputed', named);
  if (amount === null && count === null) return says('reports.iati_no_figure', named);
  if (counted !== null && count !== null)
    return says(`reports.iati_${counted}`, (language) => ({ ...named(language), figures: figuresIn(figure)(language) }));
  return says('reports.iati_figure', (language) => ({ ...named(language), figures: figuresIn(figure)(language) }));
}

/** How much of it another side confirms, where that is not all. */
const partIn = (figure: Figure): readonly InBoth[] => {
  const part = figure.confirmedPart;
  if (part === null || isDisputed(figure)) return [];
  const exact = { ...part, qualifier: 'exact' as const, countQualifier: 'exact' as const };
  return [says('reports.iati_part', (language) => ({ stage: word('stage', figure.stage)(language), figures: figuresIn(exact)(language) }))];
};

const stagesOfMoney = ['signed', 'realised'] as const;
type StageOfMoney = (typeof stagesOfMoney)[number];
const isOfMoney = (stage: string): stage is StageOfMoney => isOneOf(stagesOfMoney, stage);

/** Whether the whole gives an amount at that stage, in which that of its part lies. */
const liesInWhole = ({ partOf }: Outcome, stage: StageOfMoney, { wholes }: Writing): boolean =>
  wholes.get(partOf ?? '')?.figures.some((figure) => figure.stage === stage && figure.amount !== null && !isDisputed(figure)) ?? false;

/** The figures of an outcome that are transactions, and those that are none because they lie in those of the whole. */
function moneyOf(outcome: Outcome, writing: Writing) {
  const paid = outcome.figures.flatMap((figure) => {
    const { stage } = figure;
    return isOfMoney(stage) && figure.amount !== null && !isDisputed(figure) ? [{ figure, stage }] : [];
  });
  const inWhole = paid.filter(({ stage }) => liesInWhole(outcome, stage, writing));
  return { paid: paid.filter((one) => !inWhole.includes(one)), inWhole };
}

const nameOf = ({ name, organisation, city }: Outcome['parties'][number], { places }: Writing): readonly Xml[] => {
  if (name !== null) return inHalves(name);
  const known = organisation?.name ?? places.get(city?.slug ?? '')?.name;
  return known === undefined ? [] : asWritten(known);
};

const payers: readonly string[] = ['buyer', 'investor', 'funder'];
const payees: readonly string[] = ['seller', 'supplier'];

/** Whoever has none of the public is told by no name; an activity without anybody names the office that reports it. */
function organisations(outcome: Outcome, writing: Writing): readonly Xml[] {
  const named = outcome.parties.flatMap((party) => {
    const names = nameOf(party, writing);
    return names.length === 0 ? [] : [element('participating-org', { role: payers.includes(party.role) ? '1' : '4' }, names)];
  });
  return named.length > 0 ? named : [element('participating-org', { role: '2' }, asWritten(outcome.office.name))];
}

function transaction(outcome: Outcome, entry: Entry, writing: Writing): Xml {
  const { amount, stage } = entry;
  const { day, words } = dayOfMoney(entry, outcome.occurred);
  const side = (tag: string, roles: readonly string[]): readonly Xml[] => {
    const names = outcome.parties.filter(({ role }) => roles.includes(role)).map((party) => nameOf(party, writing));
    const [only] = names;
    return names.length === 1 && only !== undefined && only.length > 0 ? [element(tag, {}, only)] : [];
  };
  const type = stage === 'signed' ? '2' : outcome.kind === 'deal' ? '4' : '3';
  const said: InBoth = (language) => [figuresIn(entry)(language), ...(words === null ? [] : [words(language)])].join('. ');
  return element(
    'transaction',
    { ref: entry.id },
    element('transaction-type', { code: type }),
    element('transaction-date', { 'iso-date': day }),
    element('value', { currency: amount?.currency ?? null, 'value-date': day }, amount?.value ?? '0'),
    element('description', {}, inBoth(said)),
    side('provider-org', payers),
    side('receiver-org', payees),
  );
}

const transactions = (outcome: Outcome, writing: Writing): readonly Xml[] => {
  const stages: readonly string[] = moneyOf(outcome, writing).paid.map(({ stage }) => stage);
  return outcome.entries
    .filter(
      ({ stage, amount, reverses, reversedBy }) => stages.includes(stage) && amount !== null && reverses === null && reversedBy === null,
    )
    .map((entry) => transaction(outcome, entry, writing));
};

/** What it is, in words of its own where it has any; then every figure with how sure it is, which no program sums up. */
function descriptions(outcome: Outcome, writing: Writing): readonly Xml[] {
  const { note, kind, counted, figures, fromCity, toCity } = outcome;
  const [from, to] = [fromCity, toCity].map((city) => writing.places.get(city?.slug ?? ''));
  const is: readonly InBoth[] = [
    says('reports.iati_is', (language) => ({ kind: word('kind', kind)(language) })),
    ...(from === undefined || to === undefined
      ? []
      : [
          says('reports.iati_direction', (language) => ({
            from: chooseText(from.name, language).text,
            to: chooseText(to.name, language).text,
          })),
        ]),
  ];
  const notes: readonly InBoth[] = [
    ...figures.flatMap((figure) => [figureWords(figure, counted), ...partIn(figure)]),
    ...moneyOf(outcome, writing).inWhole.map(({ stage }) =>
      says('reports.iati_in_whole', (language) => ({ stage: word('stage', stage)(language) })),
    ),
    ...(figures.some(({ stage }) => stage === 'potential' || stage === 'intended') ? [says('reports.iati_not_money')] : []),
  ];
  const joined =
    (lines: readonly InBoth[]): InBoth =>
    (language) =>
      lines.map((line) => line(language)).join(writingOf[language].blank);
  return [
    element('description', { type: '1' }, inBoth(joined(is))),
    ...(note === null ? [] : [element('description', { type: '1' }, asWritten(note))]),
    ...(notes.length === 0 ? [] : [element('description', { type: '4' }, inBoth(joined(notes)))]),
  ];
}

/** 1 is in the pipeline, 2 under way, 4 closed, 5 cancelled. Of several told together some may still be under way. */
function statusOf({ reached: { stage, ended }, extent }: Outcome): '1' | '2' | '4' | '5' {
  if (ended !== null) return '5';
  if (stage === 'realised') return extent === 'single' ? '4' : '2';
  return stage === 'signed' ? '2' : '1';
}

function places({ toCity }: Outcome, writing: Writing): readonly Xml[] {
  const place = writing.places.get(toCity?.slug ?? '');
  if (place === undefined) return [];
  const { latitude, longitude } = place;
  const pos = latitude === null || longitude === null ? null : element('pos', {}, `${latitude} ${longitude}`);
  const point = pos === null ? null : element('point', { srsName: 'http://www.opengis.net/def/crs/EPSG/0/4326' }, pos);
  return [
    element('recipient-country', { code: place.country }),
    element('location', { ref: place.slug }, element('name', {}, asWritten(place.name)), point),
  ];
}

/**
 * Sectors split the money of an activity, by percentages where there are several, which nobody told: so the first domain is the sector, that of
 * the kind where it has one, and the others are tags. 99 is the reporting organisation's own list, and 99810 of the OECD's says *not specified*.
 */
function sectors(outcome: Outcome): readonly Xml[] {
  const domains = domainsOf(outcome);
  if (domains.length === 0) return [element('sector', { vocabulary: '1', code: '99810' })];
  return domains.map((domain, at) =>
    element(at === 0 ? 'sector' : 'tag', { vocabulary: '99', code: domain }, inBoth(word('domain', domain))),
  );
}

const officeRef = (origin: string, office: string): string => `${new URL(origin).hostname}-${office}`;
const activityRef = (origin: string, { id, office }: { readonly id: string; readonly office: { readonly id: string } }): string =>
  `${officeRef(origin, office.id)}-${id}`;

const partCells = (part: Figure['confirmedPart']) => ({
  'confirmed-amount': part?.amount?.value ?? null,
  'confirmed-count': part?.count ?? null,
});

/** The figures once more for programs, under a name that no reader of IATI sums up by mistake. */
const exactly = ({ figures, counted }: Outcome): readonly Xml[] =>
  figures.map((figure) => {
    const { stage, assurance, amount, count, qualifier, countQualifier } = figure;
    const shown = isDisputed(figure) ? { amount: null, count: null } : { amount, count };
    return element('hansa:figure', {
      ...{ stage, assurance, counted, amount: shown.amount?.value ?? null, currency: shown.amount?.currency ?? null, count: shown.count },
      qualifier: shown.amount === null ? null : qualifier,
      'count-qualifier': shown.count === null ? null : countQualifier,
      ...partCells(isDisputed(figure) ? null : figure.confirmedPart),
    });
  });

function activity(outcome: Outcome, writing: Writing): Xml {
  const { origin, today, wholes, parts } = writing;
  const page = `${origin}/outcomes/${outcome.id}`;
  const { day, words } = dayOf(outcome.occurred, outcome.enteredAt);
  const began = outcome.reached.stage === 'signed' || outcome.reached.stage === 'realised';
  const whole = wholes.get(outcome.partOf ?? '');
  const related = (type: string, other: Outcome): Xml => element('related-activity', { ref: activityRef(origin, other), type });
  return element(
    'iati-activity',
    { 'last-updated-datetime': outcome.updatedAt, 'linked-data-uri': page },
    element('iati-identifier', {}, activityRef(origin, outcome)),
    element(
      'reporting-org',
      { ref: officeRef(origin, outcome.office.id), type: '90', 'secondary-reporter': '1' },
      asWritten(outcome.office.name),
    ),
    element('title', {}, asWritten(outcome.title)),
    descriptions(outcome, writing),
    organisations(outcome, writing),
    element('activity-status', { code: statusOf(outcome) }),
    element('activity-date', { 'iso-date': day, type: began && day <= today ? '2' : '1' }, words === null ? null : inBoth(words)),
    places(outcome, writing),
    sectors(outcome),
    transactions(outcome, writing),
    element(
      'document-link',
      { url: page, format: 'text/html' },
      element('title', {}, inBoth(says('reports.iati_page'))),
      element('category', { code: 'A12' }),
    ),
    whole === undefined ? null : related('1', whole),
    (parts.get(outcome.id) ?? []).map((part) => related('2', part)),
    exactly(outcome),
  );
}

/** The file. Of a part whose whole is not public nothing tells that it is one. */
export function iatiOf(
  outcomes: readonly Outcome[],
  { cities, origin, now }: { readonly cities: readonly NamedPlace[]; readonly origin: string; readonly now: Date },
): string {
  const writing: Writing = {
    ...{ origin, today: now.toISOString().slice(0, 10) },
    places: new Map(cities.map((city) => [city.slug, city])),
    wholes: new Map(outcomes.map((outcome) => [outcome.id, outcome])),
    parts: Map.groupBy(
      outcomes.filter(({ partOf }) => partOf !== null),
      ({ partOf }) => partOf ?? '',
    ),
  };
  const all = outcomes.map((outcome) => activity(outcome, writing));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('iati-activities', { version: '2.03', 'xmlns:hansa': NAMESPACE }, all).xml}\n`;
}
