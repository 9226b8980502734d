// Types that make a Chinese text file fit its English one: same keys, same placeholders, plural forms apart.

/** Names between double braces: `'{{n}} of {{total}}'` gives `'n' | 'total'`. */
type Placeholders<S extends string> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholders<Rest> : never;

type PluralRest = `${string}_one` | `${string}_two` | `${string}_few` | `${string}_many`;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type Checked<En, Zh> = {
  readonly [K in keyof En as K extends PluralRest ? never : K]: K extends keyof Zh
    ? Zh[K] extends string
      ? En[K] extends string
        ? Same<Placeholders<En[K]>, Placeholders<Zh[K]>> extends true
          ? string
          : { readonly error: 'placeholders differ'; readonly expected: Placeholders<En[K]> }
        : never
      : string
    : string;
};

type NoMore<En, Zh> = { readonly [K in keyof Zh]: K extends keyof En ? unknown : never };

/**
 * Declares the Chinese texts of a module; fails to compile when a key or a placeholder differs from the English. The English is named as
 * a type only, so that a Chinese reader does not load it.
 */
export const translate =
  <const En extends Readonly<Record<string, string>>>() =>
  <const Zh extends Readonly<Record<string, string>>>(zh: Zh & Checked<En, Zh> & NoMore<En, Zh>): Zh =>
    zh;
