// The rules of a sheet that a page can use: what asks for a class that nothing on it bears is left out, so that a page comes with the first packets.

/** A rule, or a group of rules under a condition or in a layer. */
type Rule =
  | { readonly head: string; readonly rules: readonly Rule[] }
  | { readonly text: string; readonly selectors: readonly { readonly text: string; readonly classes: readonly string[] }[] | null };

/** Heads of groups in which rules stand; whatever else begins with a sign of its own is kept as it is. */
const group = /^@(?:layer|media|supports|container)\b/;

/** Where what opens at `from` ends; words in quotes hold no brackets. */
function endOf(css: string, from: number): number {
  let depth = 0;
  for (let at = from; at < css.length; at += 1) {
    const sign = css[at];
    if (sign === '"' || sign === "'") at = css.indexOf(sign, at + 1);
    if (at < 0) return css.length;
    if (sign === '{') depth += 1;
    if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return css.length;
}

/** Apart at the commas outside of brackets. */
const selectorsOf = (head: string): readonly string[] => head.split(/,(?![^([]*[)\]])/);

/** What it asks for of all that must be there: of what stands in brackets one of several may do. */
function classesOf(selector: string): readonly string[] {
  let bare = selector;
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replaceAll(/\([^()]*\)|\[[^\]]*\]/g, '');
  }
  return [...bare.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
}

function rulesOf(css: string): readonly Rule[] {
  const rules: Rule[] = [];
  for (let at = 0; at < css.length;) {
    const [opens, ends] = [css.indexOf('{', at), css.indexOf(';', at)];
    if (opens < 0 || (ends >= 0 && ends < opens)) {
      const until = ends < 0 ? css.length : ends + 1;
      rules.push({ text: css.slice(at, until), selectors: null });
      at = until;
      continue;
    }
    const [head, end] = [css.slice(at, opens), endOf(css, opens)];
    if (group.test(head.trim())) rules.push({ head, rules: rulesOf(css.slice(opens + 1, end)) });
    else {
      const isPlain = !head.trim().startsWith('@') && !head.includes('\\');
      const selectors = isPlain ? selectorsOf(head).map((text) => ({ text, classes: classesOf(text) })) : null;
      rules.push({ text: selectors === null ? css.slice(at, end + 1) : css.slice(opens, end + 1), selectors });
    }
    at = end + 1;
  }
  return rules;
}

function written(rules: readonly Rule[], has: (name: string) => boolean): string {
  return rules
    .map((rule) => {
      if ('rules' in rule) {
        const inside = written(rule.rules, has);
        // An empty layer keeps its place among the others.
        return inside === '' && !rule.head.trim().startsWith('@layer') ? '' : `${rule.head}{${inside}}`;
      }
      if (rule.selectors === null) return rule.text;
      const used = rule.selectors.filter(({ classes }) => classes.every(has)).map(({ text }) => text);
      return used.length === 0 ? '' : used.join(',') + rule.text;
    })
    .join('');
}

let known: { readonly css: string; readonly rules: readonly Rule[] } | null = null;

/** Of a sheet what a page can use; `besides`: classes that its script may set. */
export function ownRules(css: string, page: string, besides: ReadonlySet<string>): string {
  if (known?.css !== css) known = { css, rules: rulesOf(css) };
  const there = new Set([...page.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)));
  return written(known.rules, (name) => there.has(name) || besides.has(name));
}
