// Every Chinese text, joined; a key begins with the name of its module.
import { zh as design } from '#design/text.zh.ts';

export const zh = { ...design } as const;
