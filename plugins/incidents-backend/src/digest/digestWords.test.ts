import { digestWords } from './digestWords';

it('says in a few sentences how the week was', () => {
  expect(
    digestWords('Payments', {
      live: 1,
      resolved: 4,
      impactMs: 130 * 60_000,
      late: { n: 2, of: 9 },
      overdueActions: 2,
      noisiest: { alert: 'Card payments take longer than 8 s', fired: 7 },
    }),
  ).toEqual({
    title: 'Last week at Payments: 4 resolved, 1 live',
    description:
      'Customers were affected for 2 h 10 min. 2 of 9 updates came late or not at all. 2 action items are overdue. The noisiest alert was “Card payments take longer than 8 s”: 7 times. You are told because you are in Payments.',
  });
});

it('leaves out what there was nothing of', () => {
  expect(
    digestWords('Payments', {
      live: 0,
      resolved: 1,
      impactMs: 0,
      late: { n: 0, of: 3 },
      overdueActions: 0,
    }).description,
  ).toBe(
    'Customers were not affected. You are told because you are in Payments.',
  );
});
