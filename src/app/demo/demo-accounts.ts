// The demo's offices, each with one person; people's names are invented and the addresses lead nowhere.
import type { NewOffice } from '#modules/accounts/api/found-office.ts';

export const demoPassword = 'expo-2026-harbour';

const text = (en: string, zh: string) => ({
  en: { text: en, origin: 'human' as const },
  'zh-Hans': { text: zh, origin: 'human' as const },
});

export interface DemoOffice extends NewOffice {
  readonly role: string;
}

export const demoOffices: readonly DemoOffice[] = [
  {
    role: 'Organiser',
    slug: 'cooperation-forum-office',
    kind: 'organiser',
    name: text('Cooperation Forum Office', '合作论坛组委会'),
    owner: { email: 'organiser@example.org', name: '林致远 Lin Zhiyuan', language: 'en' },
  },
  {
    role: 'Delegation lead',
    slug: 'bay-chamber-of-trade',
    kind: 'chamber',
    name: text('Bay Chamber of Trade', '湾区贸易商会'),
    owner: { email: 'lead@example.org', name: 'Dana Whitlock', language: 'en' },
  },
  {
    role: 'Delegate',
    slug: 'cypress-water',
    kind: 'company',
    name: text('Cypress Water', '柏树水务'),
    owner: { email: 'delegate@example.org', name: 'Marta Ilves', language: 'en' },
  },
  {
    role: 'Desk officer',
    slug: 'liverpool-desk-demonstration',
    kind: 'city',
    name: text('Liverpool desk (demonstration)', '利物浦外事工作台（演示）'),
    owner: { email: 'officer@example.org', name: 'Ruth Ashdown', language: 'en' },
  },
  {
    role: 'Desk officer, Shanghai',
    slug: 'shanghai-desk-demonstration',
    kind: 'city',
    name: text('Shanghai desk (demonstration)', '上海外事工作台（演示）'),
    owner: { email: 'shanghai@example.org', name: '沈玉兰 Shen Yulan', language: 'zh-Hans' },
  },
  {
    role: 'Register office',
    slug: 'register-office-demonstration',
    kind: 'register',
    name: text('Register office (demonstration)', '友城登记处（演示）'),
    owner: { email: 'register@example.org', name: 'Tomas Reyl', language: 'en' },
  },
];
