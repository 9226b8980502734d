// Pure functions of large things that are asked the same again: what was worked out of things that live is kept as long as they do.

interface Known<R> {
  readonly next: WeakMap<object, Known<R>>;
  answer: { readonly value: R } | null;
}

const unknown = <R>(): Known<R> => ({ next: new WeakMap(), answer: null });

/** The same function, which works out nothing twice: by the identity of its arguments, so that none of them may ever be changed. */
export function remembered<const Asked extends readonly [object, ...object[]], R>(work: (...asked: Asked) => R): (...asked: Asked) => R {
  const first = unknown<R>();
  return (...asked) => {
    let known = first;
    for (const one of asked) {
      const next = known.next.get(one) ?? unknown<R>();
      known.next.set(one, next);
      known = next;
    }
    known.answer ??= { value: work(...asked) };
    return known.answer.value;
  };
}
