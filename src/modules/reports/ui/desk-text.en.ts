// Words of the report before everybody reads it; readers do not load them.
export const deskEn = {
  'reports.see_draft': 'Including what is not public yet',
  'reports.may_be_same': 'May be the same as “{{title}}”, entered earlier. Not included in any total.',
  'reports.draft': 'Including what is not public yet',
  'reports.draft_lines_one': 'One line here is not in the public report; it shows who can see it.',
  'reports.draft_lines_other': '{{count}} lines here are not in the public report; each shows who can see it.',
  'reports.draft_same': 'Everything your office can see is already public.',
  'reports.draft_reply': 'Open an outcome to answer for your side; add other statements on the page of the tie.',
  'reports.to_tie': 'Go to the tie',
  'reports.to_public': 'The public report',
} as const;
