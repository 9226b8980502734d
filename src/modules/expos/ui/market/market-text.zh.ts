// 企业按主题的供应与需求、市场和规模的中文文字。
import { translate } from '#kernel/translation.ts';
import type { marketEn } from './market-text.en.ts';

export const marketZh = translate<typeof marketEn>()({
  'expos.topics': '主题',
  'expos.topics_text': '企业从本清单中选择供应和需求的主题，各方也按主题筛选。清单宜精简，便于一目了然。',
  'expos.topics_saved_other': '已保存{{count}}个主题。',
  'expos.topics_usual_other': '从{{count}}个常用展区开始',
  'expos.no_topics': '尚无主题',
  'expos.no_topics_text': '没有主题时，企业只能用自己的文字介绍供需。可从常用展区开始，或自行添加。',
  'expos.topic_in_en': '英文主题',
  'expos.topic_in_zh': '中文主题',
  'expos.topic_named': '选用单位数',
  'expos.add_topic': '添加主题',
  'expos.remove_topic': '移除第{{number}}个主题',
  'expos.offer_topics': '供应主题',
  'expos.need_topics': '需求主题',
  'expos.markets': '市场',
  'expos.markets_hint': '销往或采购自哪些国家（地区）。',
  'expos.size': '规模',
  'expos.size_none': '未填',
  'expos.size_to_9': '9人及以下',
  'expos.size_to_49': '10至49人',
  'expos.size_to_249': '50至249人',
  'expos.size_over_249': '250人及以上',
  'expos.filters': '筛选',
  'expos.filter_all': '全部',
  'expos.filters_clear': '显示全部',
  'expos.filter_offers': '供应',
  'expos.filter_seeks': '需求',
  'expos.filter_market': '市场',
});
