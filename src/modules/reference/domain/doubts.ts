// Which ties of a set are looked at: listed by one side alone, with beginnings that differ, with no source but the set, not kept by us.

export const onlys = ['one_way', 'differing', 'unsourced', 'not_kept'] as const;
export type Only = (typeof onlys)[number];
