// English words brought to one form: number, tense and the two spellings, no further. Words of other Latin languages pass through nearly as they are.

/** Nouns in -ing that a shorter stem would take for another word: parking is no park. */
const whole = new Set(
  (
    'parking training lighting housing building clothing shipping spring string ring king wing thing during morning evening ceiling ' +
    'sterling herring gaming coating casting screening nursing wiring bearing fishing seedling piling racing sailing boxing meeting mooring ' +
    'pressing stamping spinning dressing rating wedding awning printing painting heating cooling planting turning milling filling ' +
    'branding bedding banking mining reading learning writing living swimming running cycling skiing catering gardening weighing elevator escalator'
  ).split(' '),
);

/** Where British and American spelling, or two forms of one word, differ otherwise than by rule. */
const irregular: Readonly<Record<string, string>> = {
  ...{ aluminium: 'aluminum', tyre: 'tire', tyres: 'tire', centre: 'center', centres: 'center', fibre: 'fiber', fibres: 'fiber' },
  ...{ metre: 'meter', theatre: 'theater', theatres: 'theater', programme: 'program', programmes: 'program', catalogue: 'catalog' },
  ...{
    licence: 'license',
    defence: 'defense',
    grey: 'gray',
    kerb: 'curb',
    plough: 'plow',
    mould: 'mold',
    moulds: 'mold',
    moulding: 'molding',
  },
  ...{
    jewellery: 'jewelry',
    storey: 'story',
    aeroplane: 'airplane',
    aeroplanes: 'airplane',
    analyse: 'analyz',
    analysis: 'analyz',
    analyses: 'analyz',
  },
  ...{
    children: 'child',
    people: 'people',
    women: 'woman',
    men: 'man',
    feet: 'foot',
    teeth: 'tooth',
    leaves: 'leaf',
    lives: 'life',
    mice: 'mouse',
  },
  ...{ knives: 'knife', shelves: 'shelf', halves: 'half', calves: 'calf', wolves: 'wolf', loaves: 'loaf', dying: 'die', dies: 'die' },
  ...{ taught: 'teach', caught: 'catch', built: 'build', grown: 'grow', grew: 'grow', frozen: 'freeze', woven: 'weave', worn: 'wear' },
  ...{ broken: 'break', stolen: 'steal', fallen: 'fall', risen: 'rise', drawn: 'draw', driven: 'drive', bred: 'breed', sewn: 'sew' },
  ...{
    data: 'data',
    media: 'media',
    bus: 'bus',
    buses: 'bus',
    gas: 'gas',
    gases: 'gas',
    news: 'news',
    lens: 'lens',
    lenses: 'lens',
    tennis: 'tennis',
  },
  ...{
    whisky: 'whiskey',
    yoghurt: 'yogurt',
    cosy: 'cozy',
    pyjamas: 'pajama',
    draught: 'draft',
    artefact: 'artifact',
    artefacts: 'artifact',
  },
  ...{ cheque: 'check', cheques: 'check', pedlar: 'peddler', ageing: 'aging', aged: 'aging', used: 'use', using: 'use', dyeing: 'dye' },
};

const british = (word: string): string =>
  word
    .replace(/sulph/, 'sulf')
    .replace(/paed/, 'ped')
    .replace(/haem/, 'hem')
    .replace(/oestr/, 'estr')
    .replace(/is(e|ed|es|er|ers|ing|ation|ations)$/, (end, tail: string) => (word.length > 7 ? `iz${tail}` : end))
    .replace(/our(s|ed|ing|less|ful|al)?$/, (end, tail: string | undefined) =>
      word.length > 5 && !/^(contour|detour|velour|four|pour|tour|hour|resour)/.test(word) ? `or${tail ?? ''}` : end,
    )
    .replace(/([aeiou])ll(ed|ing|er|ers)$/, (end, vowel: string, tail: string) => (word.length > 8 ? `${vowel}l${tail}` : end));

/** Fishermen, craftsmen. */
const people = /^(?!speci|regi|abdo|acu|wo|omen)(\w{3,})men$/;

const singular = (word: string): string => {
  if (people.test(word)) return word.replace(/men$/, 'man');
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
};

const hasVowel = /[aeiouy]/;
const undoubled = (stem: string): string => (/([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem);
/** `sav(ing)` is save, `farm(ing)` is farm. */
const closed = (stem: string): string => (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem) && stem.length <= 4 ? `${stem}e` : stem);

const endings: readonly (readonly [RegExp, number, string])[] = [
  [/(ification|ifications|ified|ifying|ifier|ifies|ify)$/, 2, 'ify'],
  [/(ization|izing|ized|izer|ize)$/, 3, 'iz'],
  [/(ational)$/, 3, 'at'],
  [/(ations|ation|ating|ated|ator|ative|ate)$/, 4, 'at'],
  [/(mental)$/, 4, 'ment'],
  [/(ically|ical)$/, 4, 'ic'],
  [/(ally|ly)$/, 4, ''],
  [/(ness|ship)$/, 4, ''],
  [/(ment)$/, 4, ''],
  [/(tional|sional)$/, 4, 'tion'],
  [/(ial)$/, 5, 'y'],
  [/(al)$/, 5, ''],
];

const ended = (word: string): string => {
  for (const [ending, least, instead] of endings) {
    const stem = word.replace(ending, '');
    if (stem !== word && stem.length >= least) return stem + instead;
  }
  return word;
};

const untensed = (word: string): string => {
  const stem = word.replace(/(ing|ed)$/, '');
  if (stem === word || stem.length < 3 || !hasVowel.test(stem)) return word;
  return closed(undoubled(stem));
};

const known = new Map<string, string>();
/** More distinct words than this are no vocabulary but noise, and are not kept. */
const mostKept = 200_000;

function stemmed(word: string): string {
  const straight = irregular[word];
  if (straight !== undefined) return straight;
  if (word.length < 4 || /\d/.test(word)) return word;
  const single = singular(british(word));
  const one = irregular[single] ?? single;
  if (whole.has(one) || one.length < 4) return one;
  const before = ended(one);
  const plain = before === one ? untensed(one) : before;
  return plain.length > 4 ? plain.replace(/e$/, '').replace(/i$/, 'y') : plain;
}

/** The stem of a folded word: `recycled`, `recycling` and `recycle` meet, as do `desulphurisation` and `desulfurization`. */
export function stemOf(word: string): string {
  const kept = known.get(word);
  if (kept !== undefined) return kept;
  const stem = stemmed(word);
  if (known.size < mostKept) known.set(word, stem);
  return stem;
}
