// What was worked out of the texts of a paper: the same names, places and times stand on it thousands of times, but a paper has no end.

/** The same function, which keeps what it answered for so many texts at most; the oldest half of all is forgotten at once. */
export function textsKnown<R>(most: number, work: (text: string, bold: boolean) => R): (text: string, bold: boolean) => R {
  const kept = { bold: new Map<string, R>(), plain: new Map<string, R>() };
  return (text, bold) => {
    const answers = bold ? kept.bold : kept.plain;
    const before = answers.get(text);
    if (before !== undefined) return before;
    if (answers.size >= most) for (const old of [...answers.keys()].slice(0, most / 2)) answers.delete(old);
    const answer = work(text, bold);
    answers.set(text, answer);
    return answer;
  };
}
