import {
  isKeyShaped,
  mayManageKeysOf,
  refusalOfKey,
  takeMessage,
  withoutKeys,
  type RateAllowance,
} from '.';
import fc from 'fast-check';

const KEY = `linchpin_key_${'0123456789'.repeat(4)}`;
const payments = { ref: 'group:default/payments' };
const api = {
  ref: 'component:default/payments-api',
  ownerRef: payments.ref,
};
const nadia = {
  person: { ref: 'user:default/nadia', name: 'Nadia' },
  ownershipRefs: ['user:default/nadia', payments.ref],
  managesSetup: false,
};
const mei = {
  person: { ref: 'user:default/mei', name: 'Mei' },
  ownershipRefs: ['user:default/mei', 'group:default/booking'],
  managesSetup: false,
};

describe('a key', () => {
  it('is known by its shape', () => {
    expect(isKeyShaped(KEY)).toBe(true);
    for (const other of [KEY.slice(0, -1), `${KEY}0`, ` ${KEY}`, 'x', '']) {
      expect(isKeyShaped(other)).toBe(false);
    }
  });

  it('is taken out of a text wherever it stands, also where it is cut short', () => {
    const text = `"/intake/x/${KEY}?a=${KEY.slice(0, 30)}", ${KEY.toUpperCase()}`;

    expect(withoutKeys(text)).toBe(
      '"/intake/x/linchpin_key_removed?a=linchpin_key_removed", linchpin_key_removed',
    );
    expect(withoutKeys('nothing to hide')).toBe('nothing to hide');
  });

  it('is taken out however it is encoded', () => {
    const encode = (text: string) =>
      [...text].map(c => `%${c.charCodeAt(0).toString(16)}`).join('');

    expect(withoutKeys(`/x/${encode(KEY)}/y`)).toBe(
      '/x/linchpin_key_removed/y',
    );
    expect(withoutKeys(encode(KEY).replace(/%/g, '%2525'))).toBe(
      'linchpin_key_removed',
    );
    expect(withoutKeys(`%6C${KEY.slice(1, 30)}${encode(KEY.slice(30))}`)).toBe(
      'linchpin_key_removed',
    );
  });
});

describe('keys of a group or an entity', () => {
  it('are managed by the members and the owners', () => {
    expect(mayManageKeysOf(payments, nadia)).toBe(true);
    expect(mayManageKeysOf(api, nadia)).toBe(true);
    expect(mayManageKeysOf({ ...api, ownerRef: 'user:default/mei' }, mei)).toBe(
      true,
    );
  });

  it('are nothing to others, but to whoever manages the set-up', () => {
    expect(mayManageKeysOf(payments, mei)).toBe(false);
    expect(mayManageKeysOf(api, mei)).toBe(false);
    expect(mayManageKeysOf({ ref: 'component:default/x' }, mei)).toBe(false);
    expect(mayManageKeysOf(api, { ...mei, managesSetup: true })).toBe(true);
  });
});

describe('refusalOfKey', () => {
  it('accepts a key for its own source until it is revoked', () => {
    const key = { source: 'alertmanager' };
    const revokedAt = '2026-11-26T10:00:00.000Z';

    expect(refusalOfKey(key, 'alertmanager')).toBeUndefined();
    expect(refusalOfKey(key, 'grafana')).toBe('other-source');
    expect(refusalOfKey({ ...key, revokedAt }, 'alertmanager')).toBe('revoked');
    expect(refusalOfKey(undefined, 'alertmanager')).toBe('unknown');
  });
});

describe('takeMessage', () => {
  const bound = { perMinute: 60, burst: 3 };

  /** How long each of several messages would have to wait. */
  function waits(times: number[]): number[] {
    let allowance: RateAllowance | undefined;
    return times.map(now => {
      const { left, waitMs } = takeMessage(allowance, bound, now);
      allowance = left;
      return waitMs;
    });
  }

  it('lets a burst in, then as many as come back with time', () => {
    expect(waits([0, 0, 0, 0, 400, 1_000, 1_000])).toEqual([
      0, 0, 0, 1_000, 600, 0, 1_000,
    ]);
  });

  it('saves no more than a burst', () => {
    const hour = 3_600_000;
    expect(waits([0, hour, hour, hour, hour])).toEqual([0, 0, 0, 0, 1_000]);
  });

  it('lets in whoever waits as long as was said', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 30 }),
        pauses => {
          let now = 0;
          let allowance: RateAllowance | undefined;
          for (const pause of pauses) {
            now += pause;
            const { left, waitMs } = takeMessage(allowance, bound, now);
            allowance = left;
            expect(
              waitMs === 0 ||
                takeMessage(left, bound, now + waitMs).waitMs === 0,
            ).toBe(true);
          }
        },
      ),
    );
  });

  it('gives nothing away where time goes back', () => {
    expect(waits([5_000, 5_000, 5_000, 0, 0])).toEqual([0, 0, 0, 1_000, 1_000]);
  });
});
