/** What the widget of the home page says. */
export const home = {
  decisions: 'Needs your decision',
  live: 'Live around your teams',
  moreInInbox_one: '{{count}} more in the inbox',
  moreInInbox_other: '{{count}} more in the inbox',
  openInbox: 'Open the inbox',
  noEntity: 'no entity',
  calm: 'Nothing needs you',
  calmHint: 'No incident of your teams is live.',
  noTeams: 'You are in no team',
  noTeamsHint:
    'What your teams own shows up here once the catalog names you as a member.',
} as const;
