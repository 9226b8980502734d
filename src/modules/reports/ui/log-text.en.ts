// English words of the audit log: what was done, and what each field is called.
export const logEn = {
  'reports.log_publish_snapshot': 'Snapshot of a tie report published',
  'reports.log_withdraw_snapshot': 'Snapshot of a tie report withdrawn',
  'reports.log_remove_snapshot_name': 'Name of a person taken out of a snapshot',
  'reports.field_tie': 'tie',
  'reports.field_seal': 'seals',
  'reports.field_visits': 'entries counted at the gates',
  'reports.field_deals': 'intended deals announced',
  'reports.field_withSteps': 'figures of meetings',
  'reports.field_withUnlisted': 'numbers of results that are not public',
} as const;
