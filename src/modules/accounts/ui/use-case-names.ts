// What each audited use case is called in the log; a test finds one that has no name here.

export const useCaseNames: Readonly<Record<string, { readonly en: string; readonly 'zh-Hans': string }>> = {
  'found-office': { en: 'Office founded', 'zh-Hans': '设立单位' },
  'invite-member': { en: 'Member invited', 'zh-Hans': '邀请成员' },
  'change-role': { en: 'Role changed', 'zh-Hans': '变更角色' },
  'remove-member': { en: 'Membership ended', 'zh-Hans': '移除成员' },
};
