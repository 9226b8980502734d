// What can be wrong with a file, in Chinese.
import { translate } from '#kernel/translation.ts';
import type { en } from './text.en.ts';

export const zh = translate<typeof en>()({
  'files.cell_damaged': '{{sheet}}第{{row}}行“{{column}}”：单元格含有文本中不应出现的字符。',
  'files.cell_has_error': '{{sheet}}第{{row}}行“{{column}}”：单元格显示错误值{{value}}。',
  'files.cell_too_long': '{{sheet}}第{{row}}行“{{column}}”：文本超过{{most}}个字符。',
  'files.csv_broken': '{{sheet}}第{{row}}行“{{column}}”：自此处起无法读取。',
  'files.csv_quote_misplaced': '{{sheet}}第{{row}}行“{{column}}”：引号位置有误。',
  'files.csv_quote_not_closed': '{{sheet}}第{{row}}行“{{column}}”：引号未闭合。',
  'files.csv_record_too_long': '{{sheet}}第{{row}}行“{{column}}”：该行超过{{most}}个字符。',
  'files.empty': '文件为空。',
  'files.encoding_unknown': '无法识别文件编码，请另存为UTF-8。',
  'files.encrypted': '文件设有密码，请去除密码后再上传。',
  'files.needs_too_much_memory': '文件占用内存过大，请拆分后再上传。',
  'files.not_a_workbook': '这不是Excel工作簿（.xlsx）。',
  'files.old_workbook': '这是旧版或加密的Office文件，请另存为不带密码的.xlsx。',
  'files.takes_too_long': '读取文件超过{{seconds}}秒，请拆分后再上传。',
  'files.too_large': '文件超过{{megabytes}} MB。',
  'files.too_many_cells': '{{sheet}}第{{row}}行“{{column}}”：文件中有内容的单元格超过{{most}}个。',
  'files.too_many_columns': '{{sheet}}第{{row}}行“{{column}}”：超过{{most}}列。',
  'files.too_many_rows': '{{sheet}}第{{row}}行“{{column}}”：超过{{most}}行。',
  'files.too_many_sheets': '工作簿超过{{most}}个工作表。',
  'files.workbook_damaged': '工作簿的{{part}}部分已损坏，请用Excel打开后重新保存。',
  'files.workbook_has_links': '工作簿引用了其他文件，请另存为仅含数值的副本。',
  'files.workbook_has_macros': '工作簿含有宏，请另存为不含宏的.xlsx。',
  'files.workbook_of_1904': '工作簿采用1904年日期系统，请在Excel选项中关闭后重新保存。',
  'files.zip_damaged': '文件已损坏，请用Excel打开后重新保存。',
  'files.zip_too_large': '文件解压后超过{{megabytes}} MB，或压缩比异常。',
  'files.zip_too_many_entries': '文件包含的部分超过{{most}}个。',
});
