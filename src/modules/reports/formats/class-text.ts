// Names of the classes that everybody finds, for papers; those of an office's own come with the tie.
import type { StandardClass } from '#modules/ties/domain/attributes.ts';
import { en } from '#modules/ties/text.en.ts';
import { zh } from '#modules/ties/text.zh.ts';

type Classes = Readonly<Record<`ties.class_${StandardClass}`, string>>;

const classesIn = (texts: Classes): Classes => ({
  'ties.class_sister_city': texts['ties.class_sister_city'],
  'ties.class_friendly_exchange': texts['ties.class_friendly_exchange'],
  'ties.class_friendly_district': texts['ties.class_friendly_district'],
  'ties.class_project_partnership': texts['ties.class_project_partnership'],
});

export const classEn = classesIn(en);
export const classZh = classesIn(zh);
