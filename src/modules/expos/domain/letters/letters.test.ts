import { expect, test } from 'vitest';
import { eachState, letterIn, letterStates, toldOf } from './letters.ts';

const facts = {
  kind: 'invitation',
  whom: 'participants',
  company: '华亭纺织',
  edition: '进博会',
  organiser: '主办方',
  days: '11月5日',
  meetings: null,
  items: [],
  timeZone: 'Asia/Shanghai',
  until: '11月10日',
  address: 'https://hansa.example/in',
} as const;
const addressed = (post: string): string => letterIn('zh-Hans', { ...facts, person: '闻叔衡', post }).body;

test('a speaker is told when and at what they are to speak', () => {
  const invitation = { ...facts, whom: 'speakers' as const, person: '闻叔衡', post: '', items: ['2026年11月5日，10:00：开幕论坛'] };
  expect(letterIn('zh-Hans', invitation).body).toContain(
    '发言。\n\n- 2026年11月5日，10:00：开幕论坛\n\n时间均为会场时间（上海时间）。\n\n请打开以下页面查看地点',
  );
  // Whoever travels reads a bare time as that of their own city.
  expect(letterIn('en', invitation).body).toContain('All times are Shanghai time, as at the venue.');
  expect(letterIn('en', { ...invitation, items: [] }).body).toContain('(11月5日).\n\nOn this page');
});

test('what is told of where everybody stands adds up to all of them, each once', () => {
  let next = 1;
  const states = eachState(() => (next *= 2));
  const sum = (figures: Readonly<Record<string, number>>) => Object.values(figures).reduce((a, b) => a + b, 0);
  expect(sum(toldOf(states))).toBe(sum(states));
  expect(letterStates.every((state) => sum(toldOf(eachState((one) => (one === state ? 1 : 0)))) === 1)).toBe(true);
});

test('a Chinese letter calls a person by name and title, without the department', () => {
  expect(addressed('进口采购部经理')).toContain('尊敬的闻叔衡经理：');
  expect(addressed('副总经理')).toContain('尊敬的闻叔衡副总经理：');
  expect(addressed('总经理助理')).toContain('尊敬的闻叔衡先生/女士：');
  expect(addressed('Import purchasing manager')).toContain('尊敬的闻叔衡先生/女士：');
  expect(addressed('')).toContain('尊敬的闻叔衡先生/女士：');
});

test('whoever is written to after the release reads that there is a schedule, and how many meetings they have in it', () => {
  const bodies = (meetings: number | null, kind: 'invitation' | 'reminder') =>
    (['en', 'zh-Hans'] as const).map((language) => letterIn(language, { ...facts, kind, person: '', post: '', meetings }).body);
  const released = /schedule has been released|正式日程已发布/;
  for (const kind of ['invitation', 'reminder'] as const) {
    for (const body of bodies(null, kind)) expect(body).not.toMatch(released);
    for (const body of [...bodies(0, kind), ...bodies(1, kind), ...bodies(3, kind)]) expect(body).toMatch(released);
  }
  expect(bodies(1, 'invitation')[0]).toContain('has one meeting in it. On this page you can see when, where and whom you meet');
  expect(bodies(3, 'invitation')[1]).toContain(
    '正式日程已发布，贵单位有3场洽谈。请打开以下页面查看洽谈的时间、地点和对方，并核对资料，无须账号',
  );
  expect(bodies(0, 'invitation')[1]).toContain('贵单位暂无洽谈。请打开以下页面核对资料、填写可洽谈时间');
});
