// All texts of all modules by language.
import { en as design } from '#design/text.en.ts';
import { zh as designZh } from '#design/text.zh.ts';
import { en as kernel } from '#kernel/text.en.ts';
import { zh as kernelZh } from '#kernel/text.zh.ts';
import { en as accounts } from '#modules/accounts/text.en.ts';
import { zh as accountsZh } from '#modules/accounts/text.zh.ts';

export const texts = {
  en: { ...kernel, ...design, ...accounts },
  'zh-Hans': { ...kernelZh, ...designZh, ...accountsZh },
} as const;
