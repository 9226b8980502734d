import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'scheduler.dzn_contradicts_requests': '{{sheet}}第{{row}}行第{{column}}列：{{value}}中第{{participant}}家参会单位的内容与预约不一致。',
  'scheduler.dzn_ends_early': '{{sheet}}第{{row}}行第{{column}}列：文件在一项内容中间结束。',
  'scheduler.dzn_key_doubled': '{{sheet}}第{{row}}行第{{column}}列：{{value}}重复出现。',
  'scheduler.dzn_key_missing': '{{sheet}}第{{row}}行第{{column}}列：文件缺少{{value}}。',
  'scheduler.dzn_key_misspelt': '{{sheet}}第{{row}}行第{{column}}列：无法识别{{value}}，可能应为{{meant}}。',
  'scheduler.dzn_key_unknown': '{{sheet}}第{{row}}行第{{column}}列：无法识别{{value}}。',
  'scheduler.dzn_out_of_range': '{{sheet}}第{{row}}行第{{column}}列：{{value}}不在{{least}}至{{most}}之间。',
  'scheduler.dzn_request_to_oneself': '{{sheet}}第{{row}}行第{{column}}列：“{{value}}”预约了自己。',
  'scheduler.dzn_row_of_three': '{{sheet}}第{{row}}行第{{column}}列：每项预约应为三个数字，此处有{{has}}个。',
  'scheduler.dzn_unreadable': '{{sheet}}第{{row}}行第{{column}}列：此处的“{{value}}”无法读取。',
  'scheduler.dzn_wrong_length': '{{sheet}}第{{row}}行第{{column}}列：{{value}}应有{{expected}}项，实有{{has}}项。',
  'scheduler.dzn_wrong_shape': '{{sheet}}第{{row}}行第{{column}}列：{{value}}的写法不符合格式。',
});
