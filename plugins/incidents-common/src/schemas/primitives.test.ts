import { ACTION_STATUSES, ACTION_TYPES } from '../actions/vocabulary';
import {
  DISMISS_REASONS,
  HOLD_REASONS,
  IMPACTS,
  PRIORITIES,
  RISKS,
  STATUSES,
  URGENCIES,
} from '../incidents/vocabulary';
import {
  actionStatus,
  actionType,
  day,
  dismissReason,
  entityRef,
  freeText,
  groupRef,
  holdReason,
  identifier,
  impact,
  instant,
  line,
  priority,
  risk,
  searchText,
  status,
  text,
  TEXT_MAX,
  TITLE_MAX,
  urgency,
  userRef,
  webAddress,
} from './primitives';

const NUL = String.fromCharCode(0);

describe('a web address', () => {
  it.each([
    [' https://ci.example.com/1 ', 'https://ci.example.com/1'],
    [`https://ci.example.com/a b${NUL}c`, 'https://ci.example.com/a%20b%00c'],
    ['HTTP://CI.example.com', 'http://ci.example.com/'],
  ])('%j is %s', (given, written) => {
    expect(webAddress.parse(given)).toBe(written);
  });

  it.each(['ci.example.com', 'data:text/html,hello', '/1', ''])(
    'is not %j',
    given => {
      expect(webAddress.safeParse(given).success).toBe(false);
    },
  );
});

describe('an instant', () => {
  it.each([
    ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000Z'],
    ['2026-11-21T10:00Z', '2026-11-21T10:00:00.000Z'],
    ['2026-11-21T10:00:00.123456789Z', '2026-11-21T10:00:00.123Z'],
    ['2026-11-21T11:30:00+01:30', '2026-11-21T10:00:00.000Z'],
    ['2026-11-21T00:30:00+0100', '2026-11-20T23:30:00.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('%s is %s', (given, normalised) => {
    expect(instant.parse(given)).toBe(normalised);
  });

  it.each([
    'yesterday',
    '2026-11-21',
    '2026-11-21T10:00:00',
    '2026-02-30T00:00:00Z',
    '2026-11-21T10:00:00+99:99',
    '1969-12-31T23:59:59Z',
    '9999-12-31T23:59:59-14:00',
  ])('%s is none', given => {
    const { error } = instant.safeParse(given);
    expect(error?.issues[0].message).toBe(
      'must be an instant from 1970 on with its zone, such as 2026-11-21T10:00:00Z',
    );
  });
});

describe('a day', () => {
  it.each(['2026-12-01', '2028-02-29', '9998-12-31'])('is %s', given => {
    expect(day.parse(given)).toBe(given);
  });

  it.each(['tomorrow', '2026-02-30', '2026-12-01T00:00:00Z', '9999-12-31'])(
    'is not %s',
    given => {
      const { error } = day.safeParse(given);
      expect(error?.issues[0].message).toBe(
        'must be a day before the year 9999, such as 2026-12-01',
      );
    },
  );
});

describe('text', () => {
  it('is trimmed and must say something', () => {
    expect(line.parse('  Payments fail ')).toBe('Payments fail');
    expect(text.parse('\n We roll back.\n\nThen we look. ')).toBe(
      'We roll back.\n\nThen we look.',
    );
    for (const schema of [line, text]) {
      expect(schema.safeParse(' \n ').error?.issues[0].message).toBe(
        'must say something',
      );
    }
  });

  it('of one line has no breaks in it', () => {
    for (const schema of [line, searchText, identifier(100)]) {
      expect(schema.safeParse('two\nlines').error?.issues[0].message).toBe(
        'must be one line',
      );
    }
  });

  it('has no character that PostgreSQL cannot keep', () => {
    for (const schema of [
      line,
      text,
      freeText(100),
      searchText,
      identifier(9),
    ]) {
      expect(schema.safeParse(`a${NUL}b`).success).toBe(false);
    }
  });

  it('of any language is as good as any other', () => {
    const title = 'Zahlungen schlagen fehl: 決済 🔥';
    expect(line.parse(title)).toBe(title);
  });

  it.each([
    ['a line', line, TITLE_MAX],
    ['a text', text, TEXT_MAX],
    ['a text that may say nothing', freeText(100), 100],
    ['an identifier', identifier(64), 64],
  ])('has a bound: %s', (_, schema, max) => {
    expect(schema.safeParse('x'.repeat(max)).success).toBe(true);
    expect(schema.safeParse('x'.repeat(max + 1)).success).toBe(false);
  });
});

describe('an entity ref', () => {
  it('is complete and made lower case', () => {
    expect(entityRef.parse(' Component:default/Payments-API ')).toBe(
      'component:default/payments-api',
    );
  });

  it.each([
    'payments-api',
    'component:payments-api',
    'default/payments-api',
    'component:default/',
    'component:default/pay ments',
    'component:default/payments/api',
    `component:default/${'x'.repeat(300)}`,
  ])('is not %s', given => {
    expect(entityRef.safeParse(given).success).toBe(false);
  });

  it('of a group or a user is of that kind', () => {
    expect(groupRef.parse('Group:default/payments')).toBe(
      'group:default/payments',
    );
    expect(
      groupRef.safeParse('user:default/nadia').error?.issues[0].message,
    ).toContain('group');
    expect(userRef.safeParse('group:default/payments').success).toBe(false);
  });
});

it('has the same words as the vocabulary that reaches pages', () => {
  expect(impact.options).toEqual(IMPACTS);
  expect(urgency.options).toEqual(URGENCIES);
  expect(priority.options).toEqual(PRIORITIES);
  expect(risk.options).toEqual(RISKS);
  expect(status.options).toEqual(STATUSES);
  expect(holdReason.options).toEqual(HOLD_REASONS);
  expect(dismissReason.options).toEqual(DISMISS_REASONS);
  expect(actionStatus.options).toEqual(ACTION_STATUSES);
  expect(actionType.options).toEqual(ACTION_TYPES);
});
