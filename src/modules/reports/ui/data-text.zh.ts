import { translate } from '#kernel/translation.ts';
import type { dataEn } from './data-text.en.ts';

export const dataZh = translate<typeof dataEn>()({
  'reports.data_title': '开放数据',
  'reports.data_note': '本名录公开部分的数据，供程序读取，与未登录者在各页面所见相同。',
  'reports.data_files': '文件',
  'reports.data_file': '内容',
  'reports.data_formats': '格式',
  'reports.data_cities': '有公开内容提及的城市，含名称、国家（地区）和坐标',
  'reports.data_ties': '各单位公开的和已公开的参考数据集所列的友城关系',
  'reports.data_statements': '关于城市和友城关系的记载：内容、类别、来源、由谁所述、何时录入',
  'reports.data_sets': '已公开的参考数据集及其许可和署名要求',
  'reports.data_package': '各列含义（Frictionless数据包）',
  'reports.data_how': '使用说明',
  'reports.data_how_addresses': '上述网址长期不变，每行的标识也不变；城市网址如有更改，原网址继续有效。',
  'reports.data_how_unknown': '空白表示不详或未说明，绝不表示零。',
  'reports.data_how_many': '同一事项可有多条记载，各注来源，不因说法不同而省略。',
  'reports.data_how_fresh': '文件最多滞后半分钟，并附ETag：请求时以If-None-Match送回，即可得知内容有无变化。',
  'reports.data_how_cells': 'CSV文件采用UTF-8编码，以逗号分隔；可能被电子表格当作公式的文本，前面加撇号。',
  'reports.data_licence': '使用条款',
  'reports.data_licence_geonames': '坐标和地名编号来自GeoNames，采用CC BY 4.0许可；使用时请注明GeoNames。',
  'reports.data_licence_lists': '参考数据集所列内容按该数据集的许可使用，详见数据集一表及其页面。',
  'reports.data_licence_statements': '记载归其来源所有，来源列于其旁。本名录不主张任何权利。',
  'reports.data_examples': '示例',
  'reports.data_example_shell': '命令行：利物浦的全部友城关系',
  'reports.data_example_python': 'Python：各类来源的记载数量',
  'reports.data_example_sql': 'DuckDB：友城最多的城市',
});
