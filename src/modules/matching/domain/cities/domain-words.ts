// What people type who look for a domain: its name, and what is usual for parts of it, in both languages.
import { fold } from '#kernel/fold.ts';
import { domains, type Domain } from '#modules/cities/domain/profile/domains.ts';

const words: Readonly<Record<Domain, string>> = {
  trade: 'trade commerce export exports import imports 经贸 贸易 商贸 外贸',
  investment: 'investment investments finance financing 投资 金融 融资 招商',
  culture: 'culture arts heritage 文化 艺术 文化遗产',
  sport: 'sport sports 体育 运动',
  education_science: 'education science research schools 教育 科技 科学 科研 教育科技',
  environment_energy: 'environment energy climate 环境 能源 气候 环保 环境能源',
  health: 'health 卫生 健康 医疗',
  urban_transport: 'building transport planning 城建 交通 建设 规划 城建与交通',
  governance: 'governance administration 治理 城市治理 行政',
  youth_people: 'youth people 青年 青少年 民间交流',
  tourism: 'tourism 旅游 文旅',
};

/** The domains that a search names. */
export function domainsNamed(search: string): readonly Domain[] {
  const typed = fold(search).split(/[\s,;，、；]+/u);
  return domains.filter((domain) => words[domain].split(' ').some((word) => typed.includes(word)));
}
