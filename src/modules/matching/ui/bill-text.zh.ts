// 匹配理由的用语（简体中文）。
import { translate } from '#kernel/translation.ts';
import type { billEn } from './bill-text.en.ts';

export const billZh = translate<typeof billEn>()({
  'matching.words_two': '我方“<a>{{ours}}</a>”即对方“<a>{{theirs}}</a>”',
  'matching.words_one': '双方都写“<a>{{words}}</a>”',
  'matching.wide_two': '宽泛用词：我方“<a>{{ours}}</a>”，对方“<a>{{theirs}}</a>”',
  'matching.wide_one': '宽泛用词：双方都写“<a>{{words}}</a>”',
  'matching.near_two': '词义相近：我方“<a>{{ours}}</a>”，对方“<a>{{theirs}}</a>”',
  'matching.near_one': '词义相近：“<a>{{words}}</a>”',
  'matching.field_two': '领域相近：我方“<a>{{ours}}</a>”，对方“<a>{{theirs}}</a>”',
  'matching.field_one': '领域相近：“<a>{{words}}</a>”',
  'matching.place_two': '地点：我方“<a>{{ours}}</a>”，对方“<a>{{theirs}}</a>”',
  'matching.place_one': '地点：“<a>{{words}}</a>”',
  'matching.topics': '主题：{{names}}',
  'matching.market': '市场：{{names}}',
  'matching.size': '规模符合所求',
  'matching.language': '有共同语言',
  'matching.met_before': '往届曾洽谈',
  'matching.acceptance': '此类推荐以往曾获接受',
  'matching.sought': '我方所求，对方所供',
  'matching.brought': '对方所求，我方所供',
  'matching.both': '双方互有所需',
  'matching.besides': '其他因素',
  'matching.sum': '小计',
  'matching.total': '合计',
  'matching.two_way': '我方得{{ours}}分，对方得{{theirs}}分。',
  'matching.points': '{{count}}分',
  'matching.points_unit': '分，满分1000分',
  'matching.field_only': '仅领域相近',
  'matching.why': '理由',
});
