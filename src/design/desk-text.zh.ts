// The same in Chinese.
import { translate } from '#kernel/translation.ts';
import type { deskEn } from './desk-text.en.ts';

export const deskZh = translate<typeof deskEn>()({
  'design.choose_currency': '请选择币种',
  'design.currency_named': '{{code}}（{{name}}）',
  'design.pick_type': '输入编号、名称或拼音',
  'design.pick_finds': '匹配结果',
  'design.pick_more_other': '还有{{count}}项，请继续输入',
  'design.pick_none': '没有匹配项。',
  'design.column': '列',
  'design.column_samples': '前几行内容',
  'design.taken_for': '对应为',
  'design.column_taken_for': '“{{column}}”对应为',
  'design.column_empty': '空列',
  'design.could': '可排在此处',
  'design.could_warn': '可排在此处，有提示',
  'design.could_clash': '排在此处将产生冲突',
  'design.placed': '已排入{{n}}',
  'design.bound': '上限{{n}}',
  'design.gap': '相差{{n}}',
  'design.seconds': '{{n}}秒',
  'design.chart_said': '{{seconds}}秒内，已排入的洽谈由{{from}}场增至{{placed}}场；最多可排入{{bound}}场，相差{{gap}}场。',
  'design.chart_unbound': '{{seconds}}秒内，已排入的洽谈由{{from}}场增至{{placed}}场，共{{total}}场。',
  'design.chart_short': '已排入{{placed}}，上限{{bound}}，相差{{gap}}',
  'design.two_values_text': '您编辑期间，他人已保存修改。请选择保留哪一项，两项内容均未丢失。',
  'design.two_values': '两人修改了同一内容',
  'design.save_choice': '按此保存',
  'design.back_to_form': '返回编辑',
  'design.your_value': '您的修改',
  'design.their_value': '他人保存的内容',
});
