// Two-way binding: what a field needs of a draft that is held beside it.

/** `const field = bind(draft, setDraft)`, then `<TextField {...field('title')} …>`; `under` is the path of the draft in what is sent. */
export const bind =
  <F extends object>(draft: F, onChange: (draft: F) => void, under = '') =>
  <K extends keyof F & string>(name: K) => ({
    name: `${under}${name}`,
    value: draft[name],
    onChange: (value: F[K]) => onChange({ ...draft, [name]: value }),
  });
