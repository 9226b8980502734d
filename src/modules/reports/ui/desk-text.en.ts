// Words of the report before everybody reads it; readers do not load them.
export const deskEn = {
  'reports.draft': 'Before everybody reads it',
  'reports.draft_lines_one': 'One line stands here for your office that is not in the public report; it says who reads it.',
  'reports.draft_lines_other': '{{count}} lines stand here for your office that are not in the public report; each says who reads it.',
  'reports.draft_same': 'Everything your office may see is public already.',
  'reports.draft_reply': 'Open an outcome to answer for your side; what else you hold is entered on the page of the tie.',
  'reports.to_tie': 'To the tie',
  'reports.to_public': 'The public report',
} as const;
