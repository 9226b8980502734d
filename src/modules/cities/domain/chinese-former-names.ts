// What Chinese readers called cities before these were renamed, in agreements and newspapers of their time: 列宁格勒 is 圣彼得堡. Gazetteers
// hold former names in Latin letters alone.
import { simplified } from '#kernel/writing/han.ts';
import { listed } from './chinese-short-names.ts';

/** `former:today`, in simplified characters. */
const renamed = `
列宁格勒:圣彼得堡 彼得格勒:圣彼得堡 斯大林格勒:伏尔加格勒 察里津:伏尔加格勒 斯维尔德洛夫斯克:叶卡捷琳堡 古比雪夫:萨马拉
高尔基:下诺夫哥罗德 柯尼斯堡:加里宁格勒 伏龙芝:比什凯克 努尔苏丹:阿斯塔纳 库伦:乌兰巴托 卡尔马克思城:开姆尼茨 但泽:格但斯克
汉城:首尔 江户:东京 西贡:胡志明 君士坦丁堡:伊斯坦布尔 马德拉斯:金奈 巴达维亚:雅加达 克里斯蒂安尼亚:奥斯陆
北平:北京 奉天:沈阳 盛京:沈阳 迪化:乌鲁木齐 归绥:呼和浩特 旅大:大连
`;

const today = listed(renamed);

/** What a city is called today of which this is the former Chinese name; null where it is none. */
export const renamedTo = (words: string): string | null => today.get(simplified(words.trim()).replace(/市$/u, ''))?.[0] ?? null;
