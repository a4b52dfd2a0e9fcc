import { putsBack } from './putsBack';

const mei = { ref: 'user:default/mei.tanaka', title: 'Mei Tanaka' };
const factor = {
  id: 'factor-1',
  tag: 'capacity',
  text: 'One pool for everything',
  by: mei,
  seenIn: [],
};
const meeting = {
  at: '2026-12-01T09:00:00.000Z',
  agenda: null,
  link: 'https://meet.example.com/review',
  attendees: [mei],
};
const review = { factors: [factor], meeting };
const before = '2026-11-27T09:00:00.000Z';
const after = '2026-12-02T09:00:00.000Z';

it('says the same of a factor that was removed', () => {
  expect(
    putsBack({ type: 'remove-factor', id: 'factor-1' }, review, before),
  ).toEqual({
    type: 'add-factor',
    tag: 'capacity',
    text: 'One pool for everything',
  });
});

it('plans a meeting that was cancelled as it was', () => {
  expect(putsBack({ type: 'cancel-meeting' }, review, before)).toEqual({
    type: 'plan-meeting',
    at: meeting.at,
    link: meeting.link,
    attendees: [mei.ref],
  });
});

it('plans no meeting for a time that is over', () => {
  expect(putsBack({ type: 'cancel-meeting' }, review, after)).toBeUndefined();
});

it('knows no way back to what was not there', () => {
  const empty = { factors: [], meeting: null };

  expect(
    putsBack({ type: 'remove-factor', id: 'factor-1' }, empty, before),
  ).toBeUndefined();
  expect(putsBack({ type: 'cancel-meeting' }, empty, before)).toBeUndefined();
});
