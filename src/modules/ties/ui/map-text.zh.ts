import { translate } from '#kernel/translation.ts';
import type { mapEn } from './map-text.en.ts';

export const mapZh = translate<typeof mapEn>()({
  'ties.on_map': '地图',
  'ties.map_note_short': '谁与谁结好，一图一表。',
  'ties.map_title': '友城关系地图',
  'ties.map_of_city': '{{city}}友城关系地图',
  'ties.map_note_other': '共{{count}}对',
  'ties.map_of_all': '全部城市',
  'ties.map_list': '以列表显示',
  'ties.map_unplaced': '以下城市无坐标，仅列于表中：{{cities}}',
  'ties.map_tie': '友城关系',
  'ties.map_empty_heading': '暂无可显示的内容',
  'ties.map_empty': '尚无公开的友城关系。各单位公开后将在此显示。',
});
