// What a release is called that came of no draft.

/** A change on the day is one that follows what was reported on the day; a meeting moved ahead of it is none. */
export const changeKind = ({ takesBack, onTheDay }: { readonly takesBack: number | null; readonly onTheDay: boolean }) =>
  takesBack !== null ? 'takes_back' : onTheDay ? 'on_the_day' : 'change';
