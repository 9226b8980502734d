// Every Chinese text, joined; a key begins with the name of its module.
import { zh as design } from '#design/text.zh.ts';
import { zh as kernel } from '#kernel/text.zh.ts';
import { zh as accounts } from '#modules/accounts/text.zh.ts';
import { zh as accountsUi } from '#modules/accounts/ui/text.zh.ts';

export const zh = { ...kernel, ...design, ...accounts, ...accountsUi } as const;
