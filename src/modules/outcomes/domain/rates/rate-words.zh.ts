import { translate } from '#kernel/translation.ts';
import type { rateWordsEn } from './rate-words.en.ts';

export const rateWordsZh = translate<typeof rateWordsEn>()({
  'outcomes.rate_of_one': '{{one}}合{{worth}}',
  'outcomes.rates_of_average_year': '{{period}}平均汇率',
  'outcomes.rates_of_average_month': '{{period}}平均汇率',
  'outcomes.rates_of_average_day': '{{period}}平均汇率',
  'outcomes.rates_of_end_year': '{{period}}年末汇率',
  'outcomes.rates_of_end_month': '{{period}}月末汇率',
  'outcomes.rates_of_end_day': '{{period}}收盘汇率',
  'outcomes.rates_of_unknown_year': '{{period}}汇率，未注明为平均或年末汇率',
  'outcomes.rates_of_unknown_month': '{{period}}汇率，未注明为平均或月末汇率',
  'outcomes.rates_of_unknown_day': '{{period}}汇率',
  'outcomes.rates_of_one_period': '{{rates}}（{{measure}}）',
  'outcomes.rates_of_many': '{{from}}至{{to}}各期汇率',
  'outcomes.converted_at': '{{amount}}，按{{rates}}折算，来源：{{source}}',
  'outcomes.converted_none': '均未折算为{{currency}}',
  'outcomes.unconverted_no_rate_other': '{{count}}笔（{{amount}}）未折算：缺{{period}}{{currency}}汇率',
  'outcomes.unconverted_no_date_other': '{{count}}笔（{{amount}}）未折算：未注明日期',
  'outcomes.unconverted_rough_date_other': '{{count}}笔（{{amount}}）未折算：日期不够具体，无法对应汇率',
  'outcomes.unconverted_too_large_other': '{{count}}笔（{{amount}}）未折算：结果数值过大',
});
